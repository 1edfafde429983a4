import type { Answer, Client } from './start-app.js';

/** What a whole export has: its lines without the line ends. */
export async function exported(
  client: Client,
  what: 'customers' | 'conversions' | 'clicks',
  query = 'format=ndjson',
): Promise<string[]> {
  const answer = await client.get(`/${what}/export?${query}`);
  if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${answer.text}`);
  return answer.text.split('\n').slice(0, -1);
}

/** Sends the lines of an export as batches; throws when one is refused. */
async function reimport(client: Client, lines: readonly string[]): Promise<void> {
  for (let i = 0; i < lines.length; i += 1_000) {
    const events = lines.slice(i, i + 1_000).map((line) => JSON.parse(line) as object);
    const answer = await client.post('/track/batch', { events });
    const { results } = (answer.body as { data: { results: { status: string }[] } }).data;
    const refused = results.find(({ status }) => status === 'error');
    if (refused) throw new Error(JSON.stringify(refused));
  }
}

/** All three exports of one workspace into another, empty one. */
export async function copy(from: Client, to: Client): Promise<void> {
  for (const what of ['customers', 'clicks', 'conversions'] as const) {
    await reimport(to, await exported(from, what));
  }
}

const IDS = /\b(cus|con)_[0-9A-Z]{26}/g;

/** What a batch cannot say: that a part of a sale had been paid back before it was found to be fraud. */
const isLost = (event: unknown): boolean => {
  const { type, status } = event as { type?: string; status?: string };
  return type === 'refund' && status === 'fraud';
};

/** An answer without what a copy has otherwise: the service's own ids, the times of storing, and the above. */
export const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(IDS, '$1'), function (this: object, name, field) {
    if (name === 'updatedAt') return undefined;
    if (name === 'events') return (field as unknown[]).filter((event) => !isLost(event));
    const isOfFraud = 'status' in this && this.status === 'fraud';
    if (isOfFraud && name === 'refundedAmount') return field === null ? null : 0;
    if (isOfFraud && name === 'refundedAt') return null;
    return field as unknown;
  }) as unknown;

const bodyOf = (answer: Answer): unknown => {
  if (answer.status >= 300) throw new Error(`${String(answer.status)}: ${answer.text}`);
  return answer.body as unknown;
};

/** What the questions about all customers are answered, in every grouping. */
export async function totalsOf(client: Client): Promise<Record<string, unknown>> {
  const questions = [
    ...['week', 'month'].map((group) => `/customers/cohorts?group_by=${group}&periods=26`),
    ...['campaign', 'source'].map((group) => `/customers/cohorts?group_by=${group}`),
    ...['month', 'campaign', 'source'].map(
      (group) => `/customers/ltv-cohorts?group_by=${group}&months=24&asOf=2026-10-31`,
    ),
    '/customers/count',
  ];
  return answersTo(client, questions);
}

/** All pages of a list. */
export async function listed(client: Client, path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let page = 1; ; page += 1) {
    const answer = bodyOf(await client.get(`${path}&limit=100&page=${String(page)}`)) as {
      data: Record<string, unknown>[];
      pagination: { hasMore: boolean };
    };
    rows.push(...answer.data);
    if (!answer.pagination.hasMore) return rows;
  }
}

/** What each live customer is; and what some or all of them have done, and were brought by. */
export async function customersOf(client: Client, every = 1): Promise<Record<string, unknown>> {
  const customers = await listed(client, '/customers?sortOrder=asc');
  const answers: Record<string, unknown> = { customers: withoutIds(customers) };
  for (const { externalId } of customers.filter((_, i) => i % every === 0)) {
    const path = `/customers/ext_${encodeURIComponent(String(externalId))}`;
    Object.assign(
      answers,
      await answersTo(client, [`${path}/journey?limit=1000`, `${path}/attribution`]),
    );
  }
  return answers;
}

async function answersTo(client: Client, paths: string[]): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const path of paths) {
    answers[path] = withoutIds(
      bodyOf(await client.get(path, { headers: { 'cache-control': 'no-cache' } })),
    );
  }
  return answers;
}
