import { ImportRates } from '@app/platform';
import fc from 'fast-check';
import { paginationIn } from '../support/answers.js';
import { expectDocumented } from '../support/openapi.js';
import { operations } from '../support/documented-calls.js';
import { TestApp, type Answer } from '../support/start-app.js';
import { EXCEPTIONS } from './exceptions.js';
import { Judge, type Expectation, type Verdict } from './judge.js';
import { requestsFor, rightRequestsFor, type KnownIds } from './requests.js';
import { Sender, declared, jsonWire, shown, type Wire } from './wire.js';

/**
 * Always the same here, so that a change is judged and not chance; `npm run fuzz` draws another each time, and
 * `FUZZ_RUNS=5000 FUZZ_SEED=7 npm run fuzz` sends more, or what was sent before.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? '300');
const SEED = Number(process.env['FUZZ_SEED'] ?? '20261125');
const INTERNAL =
  /node_modules|\bat \S+ \(|\.[jt]s:\d|\bselect\b.*\bfrom\b|relation "|column "|syntax error|typeorm|QueryFailed|postgres|Exception|ECONN|undefined|\[object/i;

jest.setTimeout(60_000 + RUNS * 200);

const isRefusal = (status: number): boolean => [400, 401, 413, 415].includes(status);

/** The messages of an error: what is in it otherwise, the caller has sent. */
function messagesOf(answer: Answer): string {
  const { error } = answer.body as {
    error: { message: string; details?: { path: string; message: string }[] };
  };
  const paths = (error.details ?? []).map(({ path }) => path);
  const messages = [error.message, ...(error.details ?? []).map(({ message }) => message)];
  return paths.reduce(
    (text, path) => (path ? text.replaceAll(path, '') : text),
    messages.join('\n'),
  );
}

function expectItems(answer: Answer, items: Verdict[]): void {
  const { results } = (answer.body as Batch).data;
  expect(results).toHaveLength(items.length);
  const wrong = items.filter((verdict, i) => {
    const isRefused = results[i]?.error?.code === 'VALIDATION_ERROR';
    return verdict !== 'perhaps' && isRefused !== (verdict === 'refused');
  });
  expect(wrong).toEqual([]);
}

/** The request is in the message of the fault; fast-check would print it byte by byte. */
function report<T>({ failed, errorInstance, counterexamplePath }: fc.RunDetails<T>): void {
  if (!failed) return;
  const { message } = errorInstance as Error;
  throw new Error(`${message}\nFUZZ_SEED=${String(SEED)}, path ${String(counterexamplePath)}`);
}

interface Batch {
  data: { results: { error?: { code: string } }[] };
}

function expectRight(wire: Wire, answer: Answer, expectation: Expectation): void {
  const { method, path } = declared(wire.operationId);
  const { status } = answer;
  expect(status).toBeLessThan(500);
  expectDocumented(method, path, answer);
  if (status >= 400) expect(messagesOf(answer)).not.toMatch(INTERNAL);
  const { verdict, refusals, items } = expectation;
  if (verdict === 'refused') {
    // A key that came with another request before is a conflict, whatever else the request is.
    const conflicts = wire.headers?.['idempotency-key'] === undefined ? [] : [409];
    expect([...refusals, ...conflicts]).toContain(status);
  }
  if (verdict === 'taken') expect([status, isRefusal(status)]).toEqual([status, false]);
  if (items && status === 200) expectItems(answer, items);
}

describe(`${String(RUNS)} requests made of the OpenAPI document (FUZZ_SEED=${String(SEED)})`, () => {
  let app: TestApp;
  let sender: Sender;
  let known: KnownIds;
  const judge = new Judge();

  beforeAll(async () => {
    app = await TestApp.start({ WRONG_KEYS_PER_MINUTE: '0' });
    const client = await app.workspace();
    sender = new Sender(app.url, client.key);
    const day = '1970-01-01';
    await app.commands.execute(
      new ImportRates([
        { currency: 'USD', day, rate: '1.1' },
        { currency: 'JPY', day, rate: '160' },
        { currency: 'KWD', day, rate: '0.000001' },
      ]),
    );
    const made = await client.post('/track/batch', {
      events: [
        { type: 'customer', externalId: 'a' },
        { type: 'customer', externalId: 'b' },
        { type: 'sale', externalId: 'a', amount: 100 },
        {
          type: 'sale',
          externalId: 'exceptional',
          orderId: 'exceptional',
          amount: 100,
          refundedAmount: 50,
        },
        { type: 'lead', externalId: 'b' },
      ],
    });
    const ids = (made.body as { data: { results: { id: string }[] } }).data.results;
    const [one = '', two = '', sale = '', refunded = '', lead = ''] = ids.map(({ id }) => id);
    known = {
      customers: [one, two, 'ext_a', 'ext_a', 'ext_b', 'ext_user_1'],
      conversions: [sale, refunded, lead],
      cursor: paginationIn(await client.get('/customers?limit=1')).nextCursor ?? '',
    };
  });

  afterAll(async () => {
    sender.close();
    await app.stop();
  });

  it.each(EXCEPTIONS.map((exception) => [exception.because, exception] as const))(
    'knows, which JSON Schema does not: %s',
    async (_because, exception) => {
      const without = new Judge(EXCEPTIONS.filter((other) => other !== exception));
      const { example } = exception;
      const wire = typeof example === 'function' ? example(known) : example;
      const answer = await sender.send(wire);
      const isRefused = isRefusal(answer.status);
      expect(isRefused).toBe(exception.refuses !== undefined);
      const blind = without.expectationOf(wire);
      expect(blind.verdict).toBe(isRefused ? 'taken' : 'refused');
      expectRight(wire, answer, judge.expectationOf(wire));
    },
  );

  it('counts a batch as taken although an item is refused', async () => {
    const answer = await sender.send(jsonWire('track.batch', { events: [{ type: 'nonsense' }] }));
    expect(answer.status).toBe(200);
    expectItems(answer, ['refused']);
  });

  it.each(operations.map(({ operation }) => operation.operationId))('%s', async (operationId) => {
    const seen = new Map<string, number>();
    const any = requestsFor(operationId, known);
    // Left to chance, one right request in fifty is right in every field.
    const right = rightRequestsFor(operationId, known).filter(
      (wire) => judge.expectationOf(wire).verdict === 'taken',
    );
    const property = fc.asyncProperty(fc.oneof(any, right), async (wire) => {
      const expectation = judge.expectationOf(wire);
      const answer = await sender.send(wire);
      try {
        expectRight(wire, answer, expectation);
      } catch (error) {
        const said = JSON.stringify(expectation).slice(0, 500);
        const fault = (error as Error).message;
        throw new Error(
          `${shown(wire)}\nshould be ${said}\ngot ${String(answer.status)} ${answer.text.slice(0, 1_000)}\n${fault}`,
          { cause: error },
        );
      }
      const kind = isRefusal(answer.status) ? 'refused' : 'taken';
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    });
    await fc.assert(property, {
      reporter: report,
      numRuns: RUNS,
      seed: SEED,
      interruptAfterTimeLimit: 30_000 + RUNS * 150,
    });
    // Both kinds, or the requests would prove little.
    expect(seen.get('taken')).toBeGreaterThan(RUNS / 10);
    expect(seen.get('refused')).toBeGreaterThan(RUNS / 10);
  });
});
