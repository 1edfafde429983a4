import { build } from '../support/run-service.js';
import { isFull, tell } from './chaos.js';
import { Cluster } from './cluster.js';
import { Ordeal, type Blow } from './ordeal.js';
import { PLANTS, type Plant } from './plants/plants.js';

const MOST_ROUNDS = 8;

describe('the crash checker', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    build();
    cluster = await Cluster.create();
  }, 240_000);

  afterAll(() => cluster.remove());

  /** The faults of the first round that has some. */
  async function findings(ordeal: Ordeal, { victim }: Plant): Promise<string[]> {
    const blows: Blow[] = [{ victim, afterMs: 0 }];
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const faults = await ordeal.round(0, blows);
      if (faults.length > 0) return faults;
    }
    return [];
  }

  it.each(PLANTS.filter(({ isQuick }) => isQuick || isFull))(
    'reports $title',
    async (plant) => {
      const { title, fault, options } = plant;
      await cluster.kill();
      await cluster.restart(options.settings);
      const database = `plant_${String(PLANTS.indexOf(plant))}`;
      const ordeal = await Ordeal.begin(cluster, { ...options, database });
      try {
        const startedAt = performance.now();
        const faults = await findings(ordeal, plant);
        tell(`planted: ${title}`, {
          seconds: ((performance.now() - startedAt) / 1_000).toFixed(1),
          writes: ordeal.ledger.writes,
          reported: faults.map((each) => each.split(':')[0]).join('; '),
        });
        expect(faults.join('\n')).toMatch(fault);
      } finally {
        await ordeal.end();
      }
    },
    180_000,
  );
});
