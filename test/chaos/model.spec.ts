import fc from 'fast-check';
import { TestApp, type Client } from '../support/start-app.js';
import { isFull, SEED, tell } from './chaos.js';
import { act, actions, expected, type Action } from './model-actions.js';
import { conversionView, customerView, totalsView } from './model-view.js';
import { ModelWorkspace } from './model-workspace.js';

const RUNS = Number(process.env['CHAOS_RUNS'] ?? (isFull ? 20_000 : 300));
/** So many series of runs at the same time: a run mostly waits. */
const AT_ONCE = 4;
const MOST_ACTIONS = 14;

type Row = Record<string, unknown>;

interface Model {
  workspaces: readonly ModelWorkspace[];
}

interface Real {
  clients: readonly Client[];
}

let commands = 0;

const inOrder = (rows: Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** What the service shows of a workspace, in the model's words. */
async function shown(
  client: Client,
): Promise<{ customers: Row[]; conversions: Row[]; totals: Row }> {
  const read = async (path: string): Promise<unknown> =>
    ((await client.get(path)).body as { data: unknown }).data;
  const [customers, conversions, cohorts] = (await Promise.all([
    read('/customers?limit=100'),
    read('/conversions?limit=100'),
    read('/customers/cohorts'),
  ])) as [Row[], Row[], { totals: Row }];
  const names = new Map(customers.map(({ id, externalId }) => [id, externalId]));
  const picked = (row: Row, fields: string[]): Row =>
    Object.fromEntries(fields.map((field) => [field, row[field]]));
  return {
    customers: customers.map((row) => {
      const touch = row['firstTouch'] as { clickId: string } | null;
      return picked({ ...row, firstTouch: touch && touch.clickId }, CUSTOMER_FIELDS);
    }),
    conversions: conversions.map(({ customerId, ...row }) => ({
      ...picked(row, CONVERSION_FIELDS),
      customer: customerId === null ? null : (names.get(customerId) ?? 'deleted'),
    })),
    totals: picked(cohorts.totals, TOTAL_FIELDS),
  };
}

const empty = new ModelWorkspace();
const anyone = empty.customerSince('x', 0);
const CUSTOMER_FIELDS = Object.keys(customerView(empty, anyone));
const TOTAL_FIELDS = Object.keys(totalsView(empty));
const CONVERSION_FIELDS = [
  'type',
  'orderId',
  'eventName',
  'status',
  'refundedAmount',
  'reportingNet',
];

async function compare(model: ModelWorkspace, client: Client): Promise<void> {
  const { customers, conversions, totals } = await shown(client);
  const live = model.customers.filter(({ isDeleted }) => !isDeleted);
  expect(inOrder(customers)).toEqual(inOrder(live.map((each) => customerView(model, each))));
  expect(inOrder(conversions)).toEqual(inOrder(model.conversions.map(conversionView)));
  expect(totals).toEqual(totalsView(model));
}

/** One action in one of two workspaces that use the same names. */
class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly place: number,
    private readonly action: Action,
  ) {}

  check(): boolean {
    return true;
  }

  async run({ workspaces }: Model, { clients }: Real): Promise<void> {
    const [model, client] = [workspaces[this.place], clients[this.place]];
    if (!model || !client) throw new Error('There are two workspaces');
    commands += 1;
    const answer = await act(client, this.action);
    const due = expected(model, this.action, (externalId) => {
      const customer = model.live(externalId);
      return customer && (customerView(model, customer)['ltv'] as number);
    });
    expect(answer).toEqual(due);
  }

  toString(): string {
    return `${String(this.place)}: ${JSON.stringify(this.action)}`;
  }
}

const steps = fc.commands(
  actions.map((action) =>
    fc.tuple(fc.integer({ min: 0, max: 1 }), action).map(([place, each]) => new Step(place, each)),
  ),
  { maxCommands: MOST_ACTIONS, size: 'max' },
);

describe('two workspaces that are given the same random commands as a model', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ SNAPSHOT_TTL_MS: '0', RATE_LIMIT_ENTERPRISE: '0' });
  });

  afterAll(() => app.stop());

  it(
    'answer and show what it says',
    async () => {
      const property = fc.asyncProperty(steps, async (sequence) => {
        const clients = [await app.workspace(), await app.workspace()];
        const workspaces = [new ModelWorkspace(), new ModelWorkspace()];
        await fc.asyncModelRun(() => ({ model: { workspaces }, real: { clients } }), sequence);
        for (const [place, client] of clients.entries()) {
          const model = workspaces[place];
          if (model) await compare(model, client);
        }
      });
      const startedAt = performance.now();
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, place) =>
          fc.assert(property, { numRuns: Math.ceil(RUNS / AT_ONCE), seed: SEED + place }),
        ),
      );
      tell('model', {
        runs: RUNS,
        commands,
        seconds: Math.round((performance.now() - startedAt) / 1_000),
      });
    },
    600_000 + RUNS * 200,
  );
});
