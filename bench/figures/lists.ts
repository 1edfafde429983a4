import { atMost, type Bar, type Figure, type Measured } from '../figure.js';
import { alternate } from '../measure/alternate.js';
import { requestBytes } from '../measure/http-connection.js';
import type { Summary } from '../measure/samples.js';
import type { Bench, Stage } from '../server/bench.js';
import { CALLER } from '../server/service.js';
import { someCustomers } from './some-customers.js';

const LIMIT = 20;
const WALK = 100;

type Get = () => Promise<void>;

/** GETs of these paths, one after the other, again and again. */
function getting({ http }: Stage, paths: readonly string[]): Get {
  const requests = paths.map((path) => requestBytes({ method: 'GET', path, headers: CALLER }));
  let turn = 0;
  return async () => {
    const bytes = requests[turn % requests.length];
    turn += 1;
    if (!bytes) throw new Error('There is no path.');
    const { status, body } = await http.send(bytes);
    if (status !== 200) throw new Error(`${paths[0]}: ${status} ${body.toString()}`);
  };
}

/** Against `GET /customers/:id`, whose customers are another one each time. */
async function compare(
  bench: Bench,
  pathsOf: (stage: Stage) => Promise<string[]> | string[],
  measureOf: (summary: Summary) => number,
): Promise<Measured> {
  const stage = await bench.reading();
  const ids = await someCustomers(stage.plain, 300);
  const [service, baseline] = await alternate(
    [
      getting(stage, await pathsOf(stage)),
      getting(
        stage,
        ids.map((id) => `/customers/${id}`),
      ),
    ],
    { atLeast: 20, atMost: 1_000, seconds: 4 },
  );
  if (!service || !baseline) throw new Error('Both sides are measured.');
  return { ratio: measureOf(service) / measureOf(baseline), unit: 'ms', service, baseline };
}

/** The cursor behind that many customers. */
async function cursorAt(
  { service, customers }: Stage,
  sort: string,
  depth: number,
): Promise<string> {
  let cursor = '';
  for (let walked = 0; walked < Math.min(depth, customers / 2); walked += WALK) {
    const path = `/customers?limit=${WALK}${sort}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await service.call({ method: 'GET', path });
    const answer = JSON.parse(body.toString()) as { pagination: { nextCursor: string | null } };
    cursor = answer.pagination.nextCursor ?? '';
  }
  return encodeURIComponent(cursor);
}

const DEPTH = 200_000;
const BASELINE = '`GET /customers/:id` of the same service, over the same connection';

const listFigure = (
  name: string,
  bar: Bar,
  pathsOf: (stage: Stage) => Promise<string[]> | string[],
): Figure => ({
  figure: `lists/${name}`,
  bar,
  baseline: BASELINE,
  measure: (bench) => compare(bench, pathsOf, ({ median }) => median),
});

const deep =
  (sort: string) =>
  async (stage: Stage): Promise<string[]> => [
    `/customers?limit=${LIMIT}${sort}&cursor=${await cursorAt(stage, sort, DEPTH)}`,
  ];

const pageOf = (customers: number): number => Math.max(2, Math.min(10_000, customers / 40));

export const listFigures: Figure[] = [
  listFigure('count', atMost(2), () => ['/customers/count']),
  listFigure('first-page', atMost(2), () => [`/customers?limit=${LIMIT}`]),
  listFigure('page-10000', atMost(25), ({ customers }) => [
    `/customers?limit=${LIMIT}&page=${pageOf(customers)}`,
  ]),
  listFigure('cursor-at-200000', atMost(2), deep('')),
  listFigure('first-by-ltv', atMost(10), () => [`/customers?limit=${LIMIT}&sortBy=ltv`]),
  listFigure('cursor-by-ltv', atMost(10), deep('&sortBy=ltv')),
  listFigure('first-by-last-activity', atMost(10), () => [
    `/customers?limit=${LIMIT}&sortBy=lastActivityAt`,
  ]),
  listFigure('cursor-by-last-activity', atMost(10), deep('&sortBy=lastActivityAt')),
];

const SEARCHES: Record<string, string[]> = {
  // Every customer matches the first, half of them the second, a tenth the third.
  common: ['user_', 'gmail', 'yahoo'],
  rare: ['user_77777', 'wei.novak9', 'company-1999.example'],
  absent: ['zzqqxx', 'no-such-customer', '☃☃☃'],
  'one-character': ['a', '@', '7', 'ж'],
  'two-characters': ['an', '_7', 'é ', 'qx'],
  'all-old': ['pioneers', 'pioneers.example', '@pioneers'],
};

/** By the p95, which is what somebody who types sees. */
export const searchFigures: Figure[] = Object.entries(SEARCHES).map(([name, terms]) => ({
  figure: `search/${name}`,
  bar: atMost(15),
  baseline: `${BASELINE}, p95 against p95`,
  measure: (bench) =>
    compare(
      bench,
      () => terms.map((term) => `/customers?limit=${LIMIT}&search=${encodeURIComponent(term)}`),
      ({ p95 }) => p95,
    ),
}));
