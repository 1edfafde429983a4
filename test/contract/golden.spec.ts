import { RollupFolder } from '@app/analytics';
import { expectHealthy } from '../support/expect-healthy.js';
import { GoldenSet } from '../support/load-golden.js';
import { TestApp, type Client } from '../support/start-app.js';
import { shuffled } from '../support/shuffled.js';

type Expected = GoldenSet['expectations'][number];

const AT_ONCE = 8;

/** `con_*` stands for any conversion's id, `*` for any value; `ext_…` for that customer's id. */
async function matches(
  client: Client,
  ids: Map<string, string>,
  expected: unknown,
  actual: unknown,
): Promise<string[]> {
  const faults: string[] = [];
  const compare = async (wanted: unknown, got: unknown, path: string): Promise<void> => {
    if (wanted === '*') return;
    if (wanted === 'con_*') {
      if (!/^con_/.test(String(got))) faults.push(`${path}: ${String(got)} is no conversion's id`);
      return;
    }
    if (typeof wanted === 'string' && /(^|\.)(id|customerId)$/.test(path) && /^ext_/.test(wanted)) {
      const id = await idOf(client, wanted, ids);
      if (id !== undefined && id !== got) faults.push(`${path}: ${String(got)} is not ${wanted}`);
      if (!/^cus_/.test(String(got))) faults.push(`${path}: ${String(got)} is no customer's id`);
      return;
    }
    if (typeof wanted === 'object' && wanted !== null && typeof got === 'object' && got !== null) {
      const keys = new Set([...Object.keys(wanted), ...Object.keys(got)]);
      for (const key of keys) {
        const [left, right] = [wanted, got] as Record<string, unknown>[];
        if (!Object.hasOwn(left ?? {}, key)) faults.push(`${path}.${key}: is not expected`);
        else await compare(left?.[key], right?.[key], path ? `${path}.${key}` : key);
      }
      return;
    }
    if (wanted !== got) {
      faults.push(`${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
    }
  };
  await compare(expected, actual, '');
  return faults;
}

/** A deleted customer has no id that could be looked up. */
async function idOf(
  client: Client,
  ref: string,
  ids: Map<string, string>,
): Promise<string | undefined> {
  const known = ids.get(ref);
  if (known) return known;
  const answer = await client.get(`/customers/ext_${encodeURIComponent(ref.slice(4))}`);
  const id = (answer.body as { data?: { id: string } }).data?.id;
  if (id) ids.set(ref, id);
  return id;
}

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
    const statuses = await set.load(app, client, input);
    if (seed === undefined) expect(statuses).toEqual(set.statuses);
    if (folded > 0) await app.nest.get(RollupFolder).fold(client.workspace.id, folded);
    await expectHealthy(app, client.workspace);

    const ids = new Map<string, string>();
    const faultsOf = async ({ file, request, ...expected }: Expected): Promise<string[]> => {
      const [method = '', path = ''] = request.split(' ');
      const answer = await client.call(method, path);
      const { success: _success, ...actual } = answer.body as { success: boolean };
      const found = await matches(client, ids, expected, actual);
      return found.map((fault) => `${file} ${fault}`);
    };
    const faults: string[] = [];
    const { expectations } = set;
    for (let i = 0; i < expectations.length; i += AT_ONCE) {
      const some = await Promise.all(expectations.slice(i, i + AT_ONCE).map(faultsOf));
      faults.push(...some.flat());
    }
    expect(faults).toEqual([]);
  });
});
