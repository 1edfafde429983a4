/** A sale as it was sent; its mark is its `eventName`, and its `orderId` where it has one. */
export interface SentSale {
  mark: string;
  externalId: string;
  amount: number;
  refunded: number;
}

/** What the writers sent and were told is stored. Everything has a name that no other write has. */
export class Ledger {
  readonly sales = new Map<string, SentSale>();
  readonly clicks = new Set<string>();
  /** The last name that each customer was given; undefined for those that only bought. */
  readonly customers = new Map<string, string | undefined>();
  readonly acknowledged = new Set<string>();
  writes = 0;
  retries = 0;
  /** Answers that no caller should have got. */
  readonly faults: string[] = [];

  sell(sale: SentSale): void {
    this.sales.set(sale.mark, sale);
    if (!this.customers.has(sale.externalId)) this.customers.set(sale.externalId, undefined);
  }

  /** What is stored for good: from now on its loss is a fault. */
  acknowledge(...marks: string[]): void {
    for (const mark of marks) this.acknowledged.add(mark);
    this.writes += 1;
  }
}
