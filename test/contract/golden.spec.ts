import { RollupFolder } from '@app/analytics';
import { expectHealthy } from '../support/expect-healthy.js';
import { goldenFaults } from '../support/golden-faults.js';
import { GoldenSet } from '../support/load-golden.js';
import { TestApp } from '../support/start-app.js';
import { shuffled } from '../support/shuffled.js';

describe.each(['small', 'medium'] as const)('the golden set %s', (name) => {
  const set = new GoldenSet(name);
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ ROLLUP_FOLD_MS: '0' });
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each([
    ['the given order, with nothing folded', undefined, 0],
    ['a shuffled order, with a part folded', 1, 150],
    ['another shuffled order, with all folded', 2, 1_000_000],
  ])('gets every expected answer in %s', async (_order, seed, folded) => {
    const client = await app.workspace(set.settings);
    const input = seed === undefined ? set.input : shuffled(set.input, seed);
    const statuses = await set.load(app, client, { input });
    if (seed === undefined) expect(statuses).toEqual(set.statuses);
    if (folded > 0) await app.nest.get(RollupFolder).fold(client.workspace.id, folded);
    await expectHealthy(app, client.workspace);

    expect(await goldenFaults(set.expectations, client)).toEqual([]);
  });
});
