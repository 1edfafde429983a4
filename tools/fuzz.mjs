// Fuzzes the service for as long as one likes: `npm run fuzz`, or `FUZZ_RUNS=100000 FUZZ_SEED=7 npm run fuzz`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const { FUZZ_RUNS = '5000', FUZZ_SEED = String(Date.now() % 1_000_000) } = process.env;
console.log(`${FUZZ_RUNS} requests an operation, FUZZ_SEED=${FUZZ_SEED}`);
const { status } = spawnSync(
  process.execPath,
  [jest, 'test/security/fuzz', '--runInBand', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS, FUZZ_SEED } },
);
process.exitCode = status ?? 1;
