import { build } from '../support/run-service.js';
import { MINUTES, tell } from './chaos.js';
import { Cluster } from './cluster.js';
import { Ordeal, type Blow } from './ordeal.js';

const ROUND_MS = 300_000;
const DURATION_MS = MINUTES * 60_000;

/** At the least; those of the rest of the time are drawn. */
const BLOWS: readonly Blow[] = [
  { victim: 'api', afterMs: 1_000 },
  { victim: 'postgres', afterMs: 3_000 },
  { victim: 'api', afterMs: 2_000 },
  { victim: 'api', afterMs: 500 },
];

const RETURN_MS = 2_000;

describe('writers of a service and a PostgreSQL that are killed', () => {
  let cluster: Cluster;
  let ordeal: Ordeal | undefined;

  beforeAll(async () => {
    build();
    cluster = await Cluster.create();
    ordeal = await Ordeal.begin(cluster, { database: 'crash' });
  }, 240_000);

  afterAll(async () => {
    await ordeal?.end();
    await cluster.remove();
  });

  it(
    'find all that they were told is stored, once, and nothing else',
    async () => {
      if (!ordeal) throw new Error('There is no ordeal');
      for (let left = DURATION_MS; left > 0; left -= ROUND_MS) {
        expect(await ordeal.round(Math.min(left, ROUND_MS), BLOWS)).toEqual([]);
      }
      const { kills, ledger, returns } = ordeal;
      tell('crash', {
        minutes: MINUTES,
        writes: ledger.writes,
        retries: ledger.retries,
        'API kills': kills.api,
        'PostgreSQL kills': kills.postgres,
        'ms to the first write after its return': returns.join('/'),
      });
      expect(kills.api).toBeGreaterThanOrEqual(3);
      expect(kills.postgres).toBeGreaterThanOrEqual(1);
      expect(ledger.retries).toBeGreaterThan(0);
      expect(Math.max(...returns)).toBeLessThan(RETURN_MS);
    },
    DURATION_MS * 2 + 240_000,
  );
});
