import { readFileSync } from 'node:fs';
import { ROWS } from '../baselines/unnest.js';
import { atMost, type Figure, type Measured } from '../figure.js';
import type { Request } from '../measure/http-connection.js';
import { summaryOf } from '../measure/samples.js';
import { Load } from '../measure/load.js';
import type { Bench } from '../server/bench.js';
import { CALLER } from '../server/service.js';
import { someCustomers } from './some-customers.js';
import { SALE, UPSERT } from './writes.js';

const MIB = 1_024 * 1_024;
const BATCH_BYTES = 5 * MIB - 8_192;
const LIMIT_MIB = 350;
const EVERY_MS = 500;

/** Resident memory of a process, in MiB, as Linux has it. */
function residentMib(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1_024;
}

/** As many items and bytes as a batch may have. */
function largestBatch(): string {
  const metadata = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`note${index}`, 'x'.repeat(225)]),
  );
  const item = (index: number): object => ({
    type: 'sale',
    externalId: `user_{r}`,
    orderId: `memory-{n}-${index}`,
    amount: 4_200,
    metadata,
  });
  const text = JSON.stringify({ events: Array.from({ length: ROWS }, (_, index) => item(index)) });
  if (text.length > BATCH_BYTES) throw new Error(`${text.length} bytes are no batch.`);
  return text;
}

/** Analytics answers of so many customers that the snapshots are full. */
const journeysOf = (ids: readonly string[]): Request[] =>
  ids.map((id) => ({
    method: 'GET',
    path: `/customers/${id}/journey?limit=1000`,
    headers: CALLER,
  }));

const heavyQuestions: Request[] = [
  '/customers/ext_user_1/journey?limit=1000',
  '/customers/cohorts?group_by=week&periods=26',
  '/customers/cohorts?group_by=campaign',
  '/customers/ltv-cohorts?group_by=campaign&months=24',
].map((path) => ({ method: 'GET', path, headers: { ...CALLER, 'Cache-Control': 'no-cache' } }));

interface Watched {
  samples: number[];
}

let watched: Promise<Watched> | undefined;

/** Everything at once, for some minutes: both figures are of the same run. */
async function watch(bench: Bench): Promise<Watched> {
  const { service, plain, customers } = await bench.writing();
  const ids = await someCustomers(plain, 20_000);
  const batch: Request = { method: 'POST', path: '/track/batch', headers: CALLER };
  const loads: [callers: number, requests: Request[]][] = [
    [4, [{ ...batch, body: largestBatch() }]],
    [8, [SALE, UPSERT]],
    [4, journeysOf(ids)],
    [1, heavyQuestions],
  ];
  const seconds = bench.minutes * 60;
  const samples: number[] = [];
  const beganAt = performance.now();
  const sampling = setInterval(() => {
    // The first seconds belong to the compiler and the pool.
    if (performance.now() - beganAt < Math.min(10_000, seconds * 100)) return;
    samples.push(residentMib(service.pid));
  }, EVERY_MS);
  // What is too much at once may be refused, as long as the memory stays where it is.
  const job = { url: service.url, seconds, max: customers, allowed: ['503'] };
  const running = loads.map(async ([callers, requests]) => {
    const load = new Load();
    try {
      await load.run({ ...job, callers, requests, from: bench.next() * 10_000_000 });
    } finally {
      await load.stop();
    }
  });
  try {
    await Promise.all(running);
  } finally {
    clearInterval(sampling);
  }
  return { samples };
}

async function peak(bench: Bench): Promise<Measured> {
  watched ??= watch(bench);
  const service = summaryOf((await watched).samples);
  const most = Math.max(...(await watched).samples);
  const baseline = { median: LIMIT_MIB, p95: LIMIT_MIB, count: 1 };
  return { ratio: most / LIMIT_MIB, unit: 'MiB', service, baseline };
}

async function flat(bench: Bench): Promise<Measured> {
  watched ??= watch(bench);
  const { samples } = await watched;
  const third = Math.ceil(samples.length / 3);
  const [baseline, service] = [
    summaryOf(samples.slice(0, third)),
    summaryOf(samples.slice(-third)),
  ];
  return { ratio: service.median / baseline.median, unit: 'MiB', service, baseline };
}

export const memoryFigures: Figure[] = [
  {
    figure: 'memory/peak',
    bar: atMost(1),
    baseline: `${LIMIT_MIB} MiB; the ratio is of the largest sample of the service's resident memory under 4 concurrent batches of 5 MiB, 8 writers, readers that fill the snapshots and fresh analytics`,
    measure: peak,
  },
  {
    figure: 'memory/flat',
    bar: atMost(1.1),
    baseline: 'the first third of the same run, against its last third',
    measure: flat,
  },
];
