import type { Cluster } from './cluster.js';
import { cli } from './house.js';
import type { Ledger } from './ledger.js';
import type { Target } from './writer.js';

interface StoredSale {
  mark: string;
  orderId: string | null;
  amount: number;
  refunded: number;
  externalId: string | null;
}

const MOST_TOLD = 5;

/** Compares all that a workspace has stored with what its writers sent and were told. */
export class Checker {
  private readonly faults: string[] = [];

  constructor(
    private readonly cluster: Cluster,
    private readonly database: string,
    private readonly slug: string,
    private readonly ledger: Ledger,
    private readonly target: Target,
  ) {}

  /** What is wrong; empty when nothing is. */
  async check(): Promise<string[]> {
    await this.checkSales();
    await this.checkClicks();
    await this.checkCustomers();
    await this.checkSums();
    const url = this.cluster.url(this.database);
    const findings = JSON.parse(await cli(url, 'doctor', '--workspace', this.slug, '--json')) as {
      total: number;
      differences: object[];
    }[];
    for (const { total, differences } of findings) {
      this.report('ill', total === 0 ? [] : differences.map((each) => JSON.stringify(each)));
    }
    return [...this.ledger.faults, ...this.faults];
  }

  private async checkSales(): Promise<void> {
    const { sales, acknowledged } = this.ledger;
    const rows = await this.rows<StoredSale>(
      `select event_name as mark, order_id as "orderId", amount::float8 as amount,
         refunded_amount::float8 as refunded, customers.external_id as "externalId"
       from conversions left join customers
         on customers.workspace_id = conversions.workspace_id and customers.id = customer_id
       where conversions.workspace_id = (select id from workspaces where slug = $1)`,
    );
    this.compareNames(
      'sale',
      rows.map(({ mark }) => mark),
      sales,
      acknowledged,
    );
    this.report(
      'sale is otherwise',
      rows.flatMap(({ mark, amount, refunded, externalId }) => {
        const sent = sales.get(mark);
        const isSame =
          !sent ||
          (sent.amount === amount && sent.refunded === refunded && sent.externalId === externalId);
        return isSame ? [] : [mark];
      }),
    );
  }

  private async checkClicks(): Promise<void> {
    const rows = await this.rows<{ mark: string }>(
      `select click_id as mark from clicks
       where workspace_id = (select id from workspaces where slug = $1)`,
    );
    const { clicks, acknowledged } = this.ledger;
    this.compareNames(
      'click',
      rows.map(({ mark }) => mark),
      clicks,
      acknowledged,
    );
  }

  private async checkCustomers(): Promise<void> {
    const { customers, acknowledged, sales } = this.ledger;
    const rows = await this.rows<{ mark: string; name: string | null; ltv: number }>(
      `select external_id as mark, name, ltv::float8 as ltv from customers
       where workspace_id = (select id from workspaces where slug = $1)`,
    );
    this.compareNames(
      'customer',
      rows.map(({ mark }) => mark),
      customers,
      acknowledged,
    );
    const isNamed = ({ mark, name }: { mark: string; name: string | null }): boolean =>
      (customers.get(mark) ?? null) === name;
    this.report(
      'profile is otherwise',
      rows.filter((row) => !isNamed(row)).map(({ mark }) => mark),
    );
    const worth = new Map<string, number>();
    for (const { externalId, amount, refunded } of sales.values()) {
      worth.set(externalId, (worth.get(externalId) ?? 0) + amount - refunded);
    }
    this.report(
      'ltv is otherwise',
      rows.filter(({ mark, ltv }) => ltv !== (worth.get(mark) ?? 0)).map(({ mark }) => mark),
    );
  }

  /** What the service itself says all customers are worth. */
  private async checkSums(): Promise<void> {
    const response = await fetch(`${this.target.url}/customers/cohorts`, {
      headers: { 'x-api-key': this.target.key, 'cache-control': 'no-cache' },
    });
    const { data } = (await response.json()) as {
      data: { totals: { customers: number; sales: number; revenue: number } };
    };
    const { sales, customers } = this.ledger;
    const all = [...sales.values()];
    const expected = {
      customers: customers.size,
      // A sale that is refunded whole does not count.
      sales: all.filter(({ amount, refunded }) => refunded < amount).length,
      revenue: all.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
    };
    const told = data.totals;
    const differ = (['customers', 'sales', 'revenue'] as const).filter(
      (name) => told[name] !== expected[name],
    );
    this.report(
      'sum is otherwise',
      differ.map((name) => `${name} ${String(told[name])} and not ${String(expected[name])}`),
    );
  }

  private compareNames(
    kind: string,
    stored: readonly string[],
    sent: { has(mark: string): boolean; keys(): Iterable<string> },
    acknowledged: ReadonlySet<string>,
  ): void {
    const once = new Set<string>();
    const twice = stored.filter((mark) => once.size === once.add(mark).size);
    const lost = [...sent.keys()].filter((mark) => acknowledged.has(mark) && !once.has(mark));
    this.report(`${kind} is lost`, lost);
    this.report(`${kind} is there twice`, twice);
    this.report(
      `${kind} was never sent`,
      [...once].filter((mark) => !sent.has(mark)),
    );
  }

  private report(fault: string, subjects: readonly string[]): void {
    if (subjects.length === 0) return;
    const some = subjects.slice(0, MOST_TOLD).join(', ');
    this.faults.push(`${fault} (${String(subjects.length)}): ${some}`);
  }

  private rows<Row extends object>(text: string): Promise<Row[]> {
    return this.cluster.sql<Row>(text, [this.slug], this.database);
  }
}
