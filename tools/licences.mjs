// Licences that let the service be run, changed and passed on without giving anything back but a notice.
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // An older name of MIT.
  'MIT/X11',
  'Python-2.0',
  'Unlicense',
]);

/** Of `(MIT OR GPL-3.0)` one is enough; of `MIT AND GPL-3.0` both are needed. */
function isAllowed(licence = '') {
  const text = licence.replace(/^\((.*)\)$/, '$1');
  if (text.includes('(')) return false;
  return text
    .split(' OR ')
    .some((option) => option.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}

/** The packages of a package-lock.json that a production install may bring, but for this project's own. */
export const productionPackages = ({ packages }) =>
  Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { version, license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
    }));

/** One line for each package whose licence is not on the list, or is not said. */
export const licenceFaults = (lock) =>
  productionPackages(lock)
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence = 'no licence' }) => `${name}@${version}: ${licence}`);
