/** A workspace as SPEC sections 4 to 6 describe it; times in milliseconds. */
export interface ModelClick {
  clickId: string;
  visitorId: string | undefined;
  occurredAt: number;
}

export type Status = 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';

export interface Identity {
  externalId?: string;
  email?: string;
  clickId?: string;
}

export interface ModelConversion extends Identity {
  type: 'lead' | 'sale' | 'custom';
  eventName: string;
  orderId: string;
  status: Status;
  amount: number;
  refunded: number;
  occurredAt: number;
  customer: ModelCustomer | undefined;
}

export interface ModelCustomer {
  externalId: string;
  email: string | null;
  name: string | null;
  createdAt: number;
  isDeleted: boolean;
  claims: Set<string>;
  visitors: Set<string>;
  touches: Set<ModelClick>;
}

const MOVES: Record<Status, readonly Status[]> = {
  pending: ['approved', 'rejected', 'fraud'],
  approved: ['refunded', 'fraud'],
  rejected: ['approved'],
  fraud: ['approved'],
  refunded: [],
};

/** Written from the contract: sets that are searched, nothing that is kept up to date beside them. */
export class ModelWorkspace {
  readonly customers: ModelCustomer[] = [];
  readonly clicks: ModelClick[] = [];
  readonly conversions: ModelConversion[] = [];

  /** The live customer with this externalId. */
  live(externalId: string): ModelCustomer | undefined {
    return this.customers.find((each) => !each.isDeleted && each.externalId === externalId);
  }

  /** A customer, made where there is none, and never younger than `at`. */
  customerSince(externalId: string, at: number): ModelCustomer {
    let customer = this.live(externalId);
    if (!customer) {
      customer = {
        externalId,
        email: null,
        name: null,
        createdAt: at,
        isDeleted: false,
        claims: new Set(),
        visitors: new Set(),
        touches: new Set(),
      };
      this.customers.push(customer);
    }
    customer.createdAt = Math.min(customer.createdAt, at);
    return customer;
  }

  change(
    customer: ModelCustomer,
    { email, name, clickId }: { email?: string | null; name?: string; clickId?: string },
  ): void {
    if (email !== undefined) customer.email = email;
    if (name !== undefined) customer.name = name;
    if (clickId !== undefined) this.claim(customer, clickId);
    this.stitch();
  }

  /** Whether it is new. */
  click(click: ModelClick): boolean {
    if (this.clicks.some(({ clickId }) => clickId === click.clickId)) return false;
    this.clicks.push(click);
    for (const customer of this.customers.filter(({ isDeleted }) => !isDeleted)) {
      this.touch(customer);
    }
    this.stitch();
    return true;
  }

  /** The stored one when it is a repeat. */
  stored({ type, eventName, orderId }: ModelConversion): ModelConversion | undefined {
    return this.conversions.find(
      (each) =>
        each.orderId === orderId &&
        each.type === type &&
        (type !== 'custom' || each.eventName === eventName),
    );
  }

  convert(conversion: ModelConversion): void {
    this.conversions.push(conversion);
    const customer =
      conversion.externalId === undefined
        ? this.found(conversion)
        : this.customerSince(conversion.externalId, conversion.occurredAt);
    if (customer) this.attach(customer, conversion);
    this.stitch();
  }

  /** The status of the answer. */
  refund(sale: ModelConversion | undefined, wanted: number | undefined): number {
    if (!sale) return 404;
    if (sale.status !== 'approved' && sale.status !== 'refunded') return 409;
    const amount = wanted ?? sale.amount;
    if (amount === sale.refunded) return 200;
    if (sale.status === 'refunded') return 409;
    if (amount > sale.amount || amount < sale.refunded) return 400;
    sale.refunded = amount;
    if (amount === sale.amount) sale.status = 'refunded';
    return 200;
  }

  /** The status of the answer. */
  move(conversion: ModelConversion, status: Status): number {
    if (conversion.status === status) return 200;
    if (!MOVES[conversion.status].includes(status)) return 409;
    conversion.status = status;
    if (status === 'refunded') conversion.refunded = conversion.amount;
    return 200;
  }

  delete(customer: ModelCustomer): void {
    customer.isDeleted = true;
    customer.claims.clear();
    customer.visitors.clear();
  }

  private claim(customer: ModelCustomer, clickId: string): void {
    customer.claims.add(clickId);
    this.touch(customer);
  }

  private touch(customer: ModelCustomer): void {
    for (const { clickId, visitorId } of this.clicks) {
      if (customer.claims.has(clickId) && visitorId) customer.visitors.add(visitorId);
    }
    for (const click of this.clicks) {
      const { clickId, visitorId } = click;
      const isTouch =
        customer.claims.has(clickId) || (visitorId && customer.visitors.has(visitorId));
      if (isTouch) customer.touches.add(click);
    }
  }

  private found({ email, clickId }: Identity): ModelCustomer | undefined {
    const oldest = (is: (customer: ModelCustomer) => boolean): ModelCustomer | undefined =>
      this.customers
        .filter((each) => !each.isDeleted && is(each))
        .sort((a, b) => a.createdAt - b.createdAt || (a.externalId < b.externalId ? -1 : 1))[0];
    const byEmail = email === undefined ? undefined : oldest((each) => each.email === email);
    return byEmail ?? oldest(({ touches }) => [...touches].some((t) => t.clickId === clickId));
  }

  private attach(customer: ModelCustomer, conversion: ModelConversion): void {
    conversion.customer = customer;
    customer.email ??= conversion.email ?? null;
    if (conversion.clickId !== undefined) this.claim(customer, conversion.clickId);
  }

  private stitch(): void {
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const conversion of this.conversions) {
        const customer = conversion.customer ? undefined : this.found(conversion);
        if (!customer) continue;
        this.attach(customer, conversion);
        isDone = false;
      }
    }
  }
}
