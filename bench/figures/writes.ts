import { startSingleRows, type RowsJob } from '../baselines/single-rows.js';
import { makeCopies } from '../baselines/unnest.js';
import { atLeast, atMost, type Figure, type Measured } from '../figure.js';
import { alternate, alternateRates } from '../measure/alternate.js';
import { requestBytes, type Request } from '../measure/http-connection.js';
import type { Bench } from '../server/bench.js';
import { CALLER } from '../server/service.js';

const CALLERS = 16;
const SECONDS = 4;
const ROUNDS = 5;
/** Customers that are upserted: each is made by its first call and updated by the others. */
const UPSERTED = 20_000;

export const SALE: Request = {
  method: 'POST',
  path: '/track/sale',
  headers: CALLER,
  body: '{"externalId":"user_{r}","orderId":"bench-{n}","amount":4200}',
};

export const UPSERT: Request = {
  method: 'POST',
  path: '/customers',
  headers: CALLER,
  body: '{"externalId":"bench_{r}","email":"someone.{r}@gmail.com","name":"Some One","country":"GB","metadata":{"plan":"pro"}}',
};

/** Rates of single writes over HTTP against those of single prepared statements. */
async function againstRows(
  bench: Bench,
  request: Request,
  statement: RowsJob['statement'],
  max: number,
): Promise<Measured> {
  const { service, plain, databaseUrl } = await bench.writing();
  await makeCopies(plain);
  const rows = startSingleRows();
  let [from, rowsFrom] = [bench.next() * 10_000_000, 0];
  try {
    const ours = async (): Promise<number> => {
      const job = { url: service.url, callers: CALLERS, seconds: SECONDS, max };
      const result = await bench.load.run({ ...job, requests: [request], from });
      from = result.next;
      return result.perSecond;
    };
    const theirs = async (): Promise<number> => {
      const job = { databaseUrl, statement, callers: CALLERS, seconds: SECONDS, max };
      const result = await rows.ask({ ...job, from: rowsFrom });
      rowsFrom = result.next;
      return result.perSecond;
    };
    await ours();
    await theirs();
    const [mine, baseline] = await alternateRates([ours, theirs], ROUNDS);
    if (!mine || !baseline) throw new Error('Both sides are measured.');
    return { ratio: mine.median / baseline.median, unit: 'requests/s', service: mine, baseline };
  } finally {
    await rows.stop();
  }
}

/** A sale of the customer with most events against one of a customer with ten. */
async function saleOnManyEvents(bench: Bench): Promise<Measured> {
  const { http } = await bench.writing();
  const sale = (externalId: string) => async (): Promise<void> => {
    const body = JSON.stringify({ externalId, orderId: `many-${bench.next()}`, amount: 4_200 });
    const request = requestBytes({ method: 'POST', path: '/track/sale', headers: CALLER, body });
    const { status, body: answer } = await http.send(request);
    if (status !== 201) throw new Error(`${status} ${answer.toString()}`);
  };
  const repetitions = { atLeast: 50, atMost: 1_000, seconds: 5 };
  const [service, baseline] = await alternate([sale('user_1'), sale('user_2')], repetitions);
  if (!service || !baseline) throw new Error('Both sides are measured.');
  return { ratio: service.median / baseline.median, unit: 'ms', service, baseline };
}

export const writeFigures: Figure[] = [
  {
    figure: 'writes/sale-on-100000-events',
    bar: atMost(3),
    baseline: 'a sale of a customer with ten events, over the same connection',
    measure: saleOnManyEvents,
  },
  {
    figure: 'writes/upsert',
    bar: atLeast(0.5),
    baseline:
      'one prepared `insert … on conflict do update` a row, from a plain pg pool of 16 connections, into an empty table with the columns and all indexes of `customers`; the same mix of new and known customers, the same durability',
    measure: (bench) => againstRows(bench, UPSERT, 'customer', UPSERTED),
  },
  {
    figure: 'writes/sale',
    bar: atLeast(0.35),
    baseline:
      'one prepared `insert` a row, from a plain pg pool of 16 connections, into an empty table with the columns and all indexes of `conversions`: no customer, no projection, no deltas; the same durability',
    measure: (bench) => againstRows(bench, SALE, 'conversion', bench.customers),
  },
];
