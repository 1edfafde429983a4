import pg from 'pg';
import { BIG_WORKSPACE } from '../fill/workspaces.js';
import { Child, doJobs } from '../measure/child.js';

/** Callers that each write one row after the other, by one prepared statement, for a while. */
export interface RowsJob {
  databaseUrl: string;
  statement: keyof typeof STATEMENTS;
  callers: number;
  seconds: number;
  from: number;
  /** How many customers there are to write to. */
  max: number;
}

export interface RowsResult {
  perSecond: number;
  next: number;
}

export const COPIES = { conversions: 'bench_conversions', customers: 'bench_customers' };

const CUSTOMER_COLUMNS = [
  'workspace_id',
  'id',
  'external_id',
  'email',
  'name',
  'country',
  'metadata',
  'created_at',
  'updated_at',
  'first_seen_at',
  'leads',
  'sales',
  'ltv',
];

const placeholders = (count: number): string =>
  Array.from({ length: count }, (_, index) => `$${index + 1}`).join(', ');

const STATEMENTS = {
  conversion: `insert into ${COPIES.conversions} (workspace_id, id, type, event_name, customer_id,
      order_id, status, amount, currency, refunded_amount, reporting_amount, reporting_refunded,
      occurred_at, created_at, metadata, external_id)
    values (${placeholders(16)})`,
  customer: `insert into ${COPIES.customers} (${CUSTOMER_COLUMNS.join(', ')})
    values (${placeholders(CUSTOMER_COLUMNS.length)})
    on conflict (workspace_id, external_id) do update
    set email = excluded.email, name = excluded.name, country = excluded.country,
      metadata = excluded.metadata, updated_at = excluded.updated_at`,
};

const idOf = (prefix: string, n: number): string =>
  `${prefix}_${Date.now().toString(32).padStart(10, '0')}${String(n).padStart(16, '0')}`;

function valuesOf(statement: RowsJob['statement'], n: number, customer: number): unknown[] {
  const now = new Date();
  if (statement === 'conversion') {
    const money = ['4200', 'USD', '0', '4200', '0'];
    const what = [idOf('con', n), 'sale', 'Sale', `cus_${customer}`, `bench-${n}`, 'approved'];
    return [BIG_WORKSPACE, ...what, ...money, now, now, {}, `user_${customer}`];
  }
  const [externalId, email, name] = [
    `bench_${customer}`,
    `someone.${customer}@gmail.com`,
    'Some One',
  ];
  const who = [idOf('cus', n), externalId, email, name, 'GB', { plan: 'pro' }];
  return [BIG_WORKSPACE, ...who, now, now, now, 0, 0, 0];
}

async function writeRows(job: RowsJob): Promise<RowsResult> {
  const pool = new pg.Pool({ connectionString: job.databaseUrl, max: job.callers });
  const text = STATEMENTS[job.statement];
  let n = job.from;
  let written = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + job.seconds * 1_000;
  await Promise.all(
    Array.from({ length: job.callers }, async () => {
      const client = await pool.connect();
      while (performance.now() < endsAt) {
        n += 1;
        const customer = 1 + ((n * 7_919) % job.max);
        const values = valuesOf(job.statement, n, customer);
        await client.query({ name: job.statement, text, values });
        written += 1;
      }
      client.release();
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.end();
  return { perSecond: written / seconds, next: n };
}

export const startSingleRows = (): Child<RowsJob, RowsResult> =>
  Child.start<RowsJob, RowsResult>(new URL(import.meta.url));

if (process.send && process.argv[1]?.endsWith('single-rows.js')) doJobs(writeRows);
