import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../support/random-history.js';
import type { Ledger, SentSale } from './ledger.js';

/** A caller gives up an answer after so long, and sends its request again. */
const PATIENCE_MS = 10_000;
/** Between two writes of one writer: the machine is not to be measured, but to be upset. */
const PAUSE_MS = 5;
const OWN_CUSTOMERS = 20;
const SHARED_CUSTOMERS = 10;
const MOST_ITEMS = 12;

type Body = Record<string, unknown>;

/** Where the writers send, and with which key. */
export interface Target {
  url: string;
  key: string;
}

/** One caller that sends one write after the other, each again and again until it is answered. */
export class Writer {
  private count = 0;
  private readonly refundable: SentSale[] = [];

  constructor(
    private readonly name: string,
    private readonly random: Random,
    private readonly ledger: Ledger,
    private readonly target: Target,
  ) {}

  async runUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      try {
        await this.write();
      } catch (error) {
        this.ledger.faults.push(String(error));
        return;
      }
      await sleep(PAUSE_MS);
    }
  }

  private write(): Promise<void> {
    const draw = this.random.integer(100);
    if (draw < 30) return this.sellByOrder();
    if (draw < 55) return this.sellByKey();
    if (draw < 67) return this.click();
    if (draw < 79) return this.upsert();
    if (draw < 88) return this.refund();
    return this.batch();
  }

  private async sellByOrder(): Promise<void> {
    const sale = this.newSale();
    await this.send('/track/sale', bodyOf(sale, true));
    this.refundable.push(sale);
    this.ledger.acknowledge(sale.mark);
  }

  /** Nothing but the key tells a repeat from a second sale. */
  private async sellByKey(): Promise<void> {
    const sale = this.newSale();
    await this.send('/track/sale', bodyOf(sale, false), sale.mark);
    this.ledger.acknowledge(sale.mark);
  }

  private async click(): Promise<void> {
    const clickId = this.newClick();
    await this.send('/track/click', { clickId, linkId: 'l' });
    this.ledger.acknowledge(clickId);
  }

  private async upsert(): Promise<void> {
    const customer = this.newProfile();
    await this.send('/customers', customer);
    this.ledger.acknowledge(customer.externalId);
  }

  private async refund(): Promise<void> {
    const sale = this.refundable.pop();
    if (!sale) return this.sellByOrder();
    const refundedAmount = 1 + this.random.integer(sale.amount);
    sale.refunded = refundedAmount;
    await this.send('/track/refund', { orderId: sale.mark, refundedAmount });
    this.ledger.acknowledge(sale.mark);
  }

  /** All of it or nothing: half of them by their own ids, half by a key alone. */
  private async batch(): Promise<void> {
    const isKeyed = this.random.chance(50);
    const marks: string[] = [];
    const events = Array.from({ length: 1 + this.random.integer(MOST_ITEMS) }, (): Body => {
      const draw = this.random.integer(10);
      if (draw < 6) {
        const sale = this.newSale();
        marks.push(sale.mark);
        return { type: 'sale', ...bodyOf(sale, !isKeyed) };
      }
      if (draw < 8) {
        const clickId = this.newClick();
        marks.push(clickId);
        return { type: 'click', clickId, linkId: 'l' };
      }
      const customer = this.newProfile();
      marks.push(customer.externalId);
      return { type: 'customer', ...customer };
    });
    const answer = await this.send(
      '/track/batch',
      { events },
      isKeyed ? this.newMark('b') : undefined,
    );
    const { results } = (answer as { data: { results: { status: string }[] } }).data;
    const refused = results.filter(({ status }) => status === 'error');
    if (refused.length > 0)
      this.ledger.faults.push(`an item was refused: ${JSON.stringify(refused)}`);
    this.ledger.acknowledge(...marks);
  }

  private newMark(kind: string): string {
    this.count += 1;
    return `${this.name}-${kind}${String(this.count)}`;
  }

  private newSale(): SentSale {
    const isShared = this.random.chance(40);
    const place = this.random.integer(isShared ? SHARED_CUSTOMERS : OWN_CUSTOMERS);
    const sale = {
      mark: this.newMark('s'),
      externalId: `${isShared ? 'shared' : this.name}-c${String(place)}`,
      amount: 1 + this.random.integer(10_000),
      refunded: 0,
    };
    this.ledger.sell(sale);
    return sale;
  }

  private newClick(): string {
    const clickId = this.newMark('k');
    this.ledger.clicks.add(clickId);
    return clickId;
  }

  private newProfile(): { externalId: string; name: string } {
    const externalId = `${this.name}-c${String(this.random.integer(OWN_CUSTOMERS))}`;
    const name = this.newMark('n');
    this.ledger.customers.set(externalId, name);
    return { externalId, name };
  }

  private async send(path: string, body: Body, idempotencyKey?: string): Promise<unknown> {
    for (;;) {
      const answer = await this.attempt(path, body, idempotencyKey);
      if (answer) return answer;
      this.ledger.retries += 1;
      await sleep(50 + this.random.integer(100));
    }
  }

  /** Undefined when it has to be sent again. Throws for an answer that is nobody's outage. */
  private async attempt(path: string, body: Body, idempotencyKey?: string): Promise<unknown> {
    let status: number;
    let text: string;
    let retryAfter: string | null;
    try {
      const response = await fetch(this.target.url + path, {
        method: 'POST',
        headers: {
          'x-api-key': this.target.key,
          'content-type': 'application/json',
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      status = response.status;
      retryAfter = response.headers.get('retry-after');
      text = await response.text();
    } catch {
      return undefined;
    }
    if (status < 300) return JSON.parse(text) as unknown;
    if ((status === 503 || status === 409) && retryAfter !== null) return undefined;
    throw new Error(`${path} was answered ${String(status)}: ${text}`);
  }
}

const bodyOf = ({ mark, externalId, amount }: SentSale, withOrder: boolean): Body => ({
  externalId,
  amount,
  eventName: mark,
  ...(withOrder && { orderId: mark }),
});
