// Fails when a package that the service runs with has a licence that is not on the list.
import { readFileSync } from 'node:fs';
import { licenceFaults, productionPackages } from './licences.mjs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const faults = licenceFaults(lock);
if (faults.length === 0) {
  console.log(`The licences of ${productionPackages(lock).length} packages are on the list.`);
} else {
  for (const fault of faults) console.error(`Not on the list of tools/licences.mjs: ${fault}`);
  process.exitCode = 1;
}
