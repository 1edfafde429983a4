import type { Expectation } from './load-golden.js';
import type { Client } from './start-app.js';

const AT_ONCE = 8;

/** What comes back for a request of a golden file, however it is sent: its data, and its pagination. */
export type Ask = (request: string) => Promise<object>;

const askOverHttp =
  (client: Client): Ask =>
  async (request) => {
    const [method = '', path = ''] = request.split(' ');
    const { success: _success, ...answer } = (await client.call(method, path)).body as {
      success: boolean;
    };
    return answer;
  };

/** Where the answers differ from those that are expected. */
export async function goldenFaults(
  expectations: readonly Expectation[],
  client: Client,
  ask = askOverHttp(client),
): Promise<string[]> {
  const ids = new Map<string, string>();
  const faultsOf = async ({ file, request, ...expected }: Expectation): Promise<string[]> => {
    const found = await matches(client, ids, expected, await ask(request));
    return found.map((fault) => `${file} ${fault}`);
  };
  const faults: string[] = [];
  for (let i = 0; i < expectations.length; i += AT_ONCE) {
    const some = await Promise.all(expectations.slice(i, i + AT_ONCE).map(faultsOf));
    faults.push(...some.flat());
  }
  return faults;
}

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
