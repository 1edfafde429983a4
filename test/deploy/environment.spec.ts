import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (file: string): string => readFileSync(file, 'utf8');
const namesIn = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name);

/** What Node.js and npm read themselves. */
const NOT_OURS = ['NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];
/** What compose.yaml itself is given: no variables of the service. */
const ofCompose = new Set(namesIn(read('deploy/compose.env.example'), /^(?:# )?([A-Z_]+)=/gm));
const known = new Set([
  ...NOT_OURS,
  ...namesIn(read('docs/reference/configuration.md'), /^\| `([A-Z_]+)`/gm),
]);

describe('the environment in the files of a deployment', () => {
  it.each(Object.entries(named()))(
    'has only variables that the service reads: %s',
    (_file, names) => {
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !known.has(name))).toEqual([]);
    },
  );
});

/** The variables of the service, by the file that sets them. */
function named(): Record<string, string[]> {
  const files = [
    'deploy/systemd/customers-api.env.example',
    'deploy/kubernetes/base/settings.env',
    'deploy/kubernetes/example/secret.env.example',
  ];
  const { services } = parse(read('compose.yaml')) as {
    services: Record<string, { environment?: object }>;
  };
  const guide = read('docs/guides/deploy.md');
  return {
    ...Object.fromEntries(files.map((file) => [file, namesIn(read(file), /^(?:# )?([A-Z_]+)=/gm)])),
    'compose.yaml': Object.entries(services)
      .filter(([name]) => name.startsWith('api-'))
      .flatMap(([, { environment }]) => Object.keys(environment ?? {})),
    Dockerfile: namesIn(read('Dockerfile'), /(?:^ENV |^ {4})([A-Z_]+)=/gm),
    'docs/guides/deploy.md': namesIn(guide, /`((?:[A-Z]+_)+[A-Z]+)(?:=[^`]*)?`/g).filter(
      (name) => !ofCompose.has(name),
    ),
  };
}
