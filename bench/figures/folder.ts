import { atLeast, type Figure, type Measured } from '../figure.js';
import { alternateRates } from '../measure/alternate.js';
import type { Bench } from '../server/bench.js';
import { SALE } from './writes.js';

const CALLERS = 16;
const SECONDS = 6;
const ROUNDS = 4;

/** Sales a second of a service that folds and of one that does not, never both at once. */
async function measure(bench: Bench): Promise<Measured> {
  const stage = await bench.writing();
  let from = bench.next() * 10_000_000;
  const rateWith = (environment: Record<string, string>) => async (): Promise<number> => {
    const service = await bench.another(stage, environment);
    const job = { url: service.url, callers: CALLERS, requests: [SALE], max: bench.customers };
    try {
      const warmUp = await bench.load.run({ ...job, seconds: 1, from });
      const result = await bench.load.run({ ...job, seconds: SECONDS, from: warmUp.next });
      from = result.next;
      return result.perSecond;
    } finally {
      await service.stop();
    }
  };
  // The stage's own service would fold for the one that must not.
  await stage.service.stop();
  const [service, baseline] = await alternateRates(
    [rateWith({}), rateWith({ ROLLUP_FOLD_MS: '0' })],
    ROUNDS,
  );
  if (!service || !baseline) throw new Error('Both sides are measured.');
  const ratio = service.median / baseline.median;
  return { ratio, unit: 'requests/s', service, baseline };
}

export const folderFigures: Figure[] = [
  {
    figure: 'folder/write-rate',
    bar: atLeast(0.85),
    baseline: 'the same service with `ROLLUP_FOLD_MS=0`, under the same sales, alternating',
    measure,
  },
];
