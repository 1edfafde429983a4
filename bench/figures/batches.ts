import {
  ROWS,
  clickItems,
  insertClicks,
  insertSales,
  makeCopies,
  saleItems,
} from '../baselines/unnest.js';
import { atLeast, type Figure, type Measured } from '../figure.js';
import { alternate } from '../measure/alternate.js';
import { requestBytes } from '../measure/http-connection.js';
import { summaryOf, type Summary } from '../measure/samples.js';
import type { Bench } from '../server/bench.js';
import { CALLER } from '../server/service.js';

interface Kind<Item> {
  items: (batch: number, customers: number) => Item[];
  insert: (client: Awaited<ReturnType<Bench['writing']>>['plain'], items: Item[]) => Promise<void>;
}

const rateOf = ({ median, p95, count }: Summary): Summary => ({
  median: (ROWS / median) * 1_000,
  p95: (ROWS / p95) * 1_000,
  count,
});

/** One batch over HTTP, then one insert of as many rows, each new. */
async function measure<Item>(bench: Bench, { items, insert }: Kind<Item>): Promise<Measured> {
  const { http, plain, customers } = await bench.writing();
  await makeCopies(plain);
  const prepared: { bytes: Buffer; items: Item[] }[] = [];
  const times = 31;
  for (let batch = 0; batch < times; batch += 1) {
    const events = items(bench.next(), customers);
    const body = JSON.stringify({ events });
    const request = { method: 'POST', path: '/track/batch', headers: CALLER, body } as const;
    prepared.push({ bytes: requestBytes(request), items: events });
  }
  let [sent, inserted] = [0, 0];
  const [service, baseline] = await alternate(
    [
      async () => {
        const { status, body } = await http.send(prepared[sent]?.bytes ?? Buffer.of());
        sent += 1;
        if (status !== 200) throw new Error(`${status} ${body.toString()}`);
        if (body.includes('"error"')) throw new Error('An item of a batch failed.');
      },
      async () => {
        await insert(plain, prepared[inserted]?.items ?? []);
        inserted += 1;
      },
    ],
    { atLeast: 5, atMost: times - 1, seconds: 20 },
  );
  const both = [service ?? summaryOf([]), baseline ?? summaryOf([])].map(rateOf);
  const [mine = summaryOf([]), theirs = summaryOf([])] = both;
  return { ratio: mine.median / theirs.median, unit: 'rows/s', service: mine, baseline: theirs };
}

const BASELINE =
  'one prepared `insert … select from unnest(…)` of the same 1,000 rows on a plain connection, into an empty table with the columns and all indexes of the real one: no identity, no projection, no deltas';

export const batchFigures: Figure[] = [
  {
    figure: 'batch/clicks',
    bar: atLeast(0.3),
    baseline: BASELINE,
    measure: (bench) => measure(bench, { items: clickItems, insert: insertClicks }),
  },
  {
    figure: 'batch/sales',
    bar: atLeast(0.15),
    baseline: BASELINE,
    measure: (bench) => measure(bench, { items: saleItems, insert: insertSales }),
  },
];
