import { ExchangeRates } from '@app/platform';
import { parseRates } from '@app/platform';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Client, TestApp } from './start-app.js';

const BATCH = 500;

/** A data set: its input, what happens after it, and the answers to every request. */
export class GoldenSet {
  private readonly folder: string;

  constructor(readonly name: 'small' | 'medium') {
    this.folder = path.join(process.cwd(), 'test/contract/golden', name);
  }

  get settings(): WorkspaceSettings {
    return this.json('workspace.json') as WorkspaceSettings;
  }

  get input(): object[] {
    const lines = readFileSync(path.join(this.folder, 'input.ndjson'), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as object);
  }

  get statuses(): string[] {
    return (this.json('expected/001-statuses.json') as { data: string[] }).data;
  }

  /** Every expected answer but the first file, which has the statuses of the input. */
  get expectations(): Expectation[] {
    return readdirSync(path.join(this.folder, 'expected'))
      .filter((file) => !file.startsWith('001-'))
      .sort()
      .map((file) => ({ ...(this.json(`expected/${file}`) as Omit<Expectation, 'file'>), file }));
  }

  /** Loads rates, input and patches through the API; answers the statuses of the input. */
  async load(
    app: TestApp,
    client: Client,
    { input = this.input, deletions = true }: { input?: object[]; deletions?: boolean } = {},
  ): Promise<string[]> {
    await this.loadRates(app);
    const statuses = await sendAll(client, input);
    await this.patch(client, deletions);
    return statuses;
  }

  private async loadRates(app: TestApp): Promise<void> {
    const files = readdirSync(this.folder);
    if (!files.includes('rates.csv')) return;
    const csv = readFileSync(path.join(this.folder, 'rates.csv'), 'utf8');
    await app.nest.get(ExchangeRates).store(parseRates(csv));
  }

  private async patch(client: Client, withDeletions: boolean): Promise<void> {
    const patches = this.json('patches.json') as Patches;
    for (const { type, orderId, body } of patches.conversions) {
      const found = await client.get(
        `/conversions?type=${type}&orderId=${encodeURIComponent(orderId)}`,
      );
      const { id } = (found.body as { data: { id: string }[] }).data[0] ?? { id: 'none' };
      expectOk(await client.patch(`/conversions/${id}`, body));
    }
    for (const { externalId, body } of patches.customers) {
      expectOk(await client.patch(`/customers/ext_${encodeURIComponent(externalId)}`, body));
    }
    for (const externalId of withDeletions ? patches.deletions : []) {
      expectOk(await client.delete(`/customers/ext_${encodeURIComponent(externalId)}`));
    }
    await sendAll(client, patches.after);
  }

  private json(file: string): unknown {
    return JSON.parse(readFileSync(path.join(this.folder, file), 'utf8')) as unknown;
  }
}

interface WorkspaceSettings {
  timezone: string;
  currency: string;
  attributionWindowDays: number;
}

/** A request and its exact answer. */
export interface Expectation {
  file: string;
  request: string;
  data: unknown;
  pagination?: unknown;
}

interface Patches {
  conversions: { type: string; orderId: string; body: object }[];
  customers: { externalId: string; body: object }[];
  deletions: string[];
  after: object[];
}

async function sendAll(client: Client, events: object[]): Promise<string[]> {
  const statuses: string[] = [];
  for (let i = 0; i < events.length; i += BATCH) {
    const answer = await client.post('/track/batch', { events: events.slice(i, i + BATCH) });
    expectOk(answer);
    const { results } = (answer.body as { data: { results: { status: string }[] } }).data;
    statuses.push(...results.map(({ status }) => status));
  }
  return statuses;
}

function expectOk(answer: { status: number; text: string }): void {
  if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${answer.text}`);
}
