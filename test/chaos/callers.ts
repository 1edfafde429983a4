import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../support/random-history.js';
import type { Client } from '../support/start-app.js';

const CALLERS = 12;
const PAUSE_MS = 15;
const CUSTOMERS = 20;

/** How one call went; times on the clock of `performance.now()`. */
export interface Ended {
  what: string;
  begunAt: number;
  tookMs: number;
  status: number;
  retryAfter: string | null;
  text: string;
}

/** Callers that go on and on, whatever they are answered. */
export class Callers {
  readonly calls: Ended[] = [];
  readonly probes: Ended[] = [];
  private isOver = false;
  private readonly running: Promise<unknown>;
  private count = 0;

  constructor(client: Client, random: Random) {
    const caller = async (): Promise<void> => {
      while (!this.isOver) {
        const { method, path, body, key } = this.draw(random);
        const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
        const call = { headers, ...(body && { body }) };
        this.calls.push(
          await this.time(`${method} ${path}`, () => client.call(method, path, call)),
        );
        await sleep(PAUSE_MS);
      }
    };
    const probe = async (path: string): Promise<void> => {
      while (!this.isOver) {
        this.probes.push(await this.time(path, () => client.get(path)));
        await sleep(100);
      }
    };
    this.running = Promise.all([
      ...Array.from({ length: CALLERS }, caller),
      probe('/livez'),
      probe('/readyz'),
    ]);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async time(what: string, call: () => ReturnType<Client['get']>): Promise<Ended> {
    const begunAt = performance.now();
    const { status, headers, text } = await call();
    const tookMs = performance.now() - begunAt;
    return { what, begunAt, tookMs, status, retryAfter: headers.get('retry-after'), text };
  }

  private draw(random: Random): { method: string; path: string; body?: object; key?: string } {
    this.count += 1;
    const name = `f${String(this.count)}`;
    const externalId = `c${String(random.integer(CUSTOMERS))}`;
    switch (random.integer(10)) {
      case 0:
        return { method: 'POST', path: '/customers', body: { externalId, name } };
      case 1:
        return { method: 'POST', path: '/track/click', body: { clickId: name, linkId: 'l' } };
      case 2:
      case 3:
        return { method: 'POST', path: '/track/sale', body: { externalId, amount: 5 }, key: name };
      case 4: {
        const events = [{ type: 'sale', externalId, amount: 5, orderId: name }];
        return { method: 'POST', path: '/track/batch', body: { events } };
      }
      case 5:
        return { method: 'POST', path: `/customers/ext_known/recalculate-ltv` };
      case 6:
        return { method: 'GET', path: '/customers?search=c1' };
      case 7:
        return { method: 'GET', path: '/customers/cohorts?periods=3' };
      case 8:
        return { method: 'GET', path: '/customers/ext_known/journey' };
      default:
        return { method: 'GET', path: '/conversions' };
    }
  }
}
