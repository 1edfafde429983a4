import { APPEND_COHORT_DELTAS, COHORT_DELTA_RECORD } from '@app/analytics';
import {
  firstDayOfMonth,
  firstDayOfWeek,
  monthNumberOf,
  weekNumberOf,
  type LocalCalendar,
  type Transaction,
} from '@app/platform';
import {
  buyingAround,
  wholeBuying,
  withMoves,
  withRevenue,
  type Asked,
  type SaleMove,
} from './buying.js';
import { Contributions, boughtNothing, type Buying, type Standing } from './contribution.js';
import type { CustomerRow } from './identity.store.js';
import { derivedOf, netOf, type ConversionFact } from './projection.js';

const counts = (fact: ConversionFact | null): boolean =>
  fact?.type === 'sale' && fact.status === 'approved';

interface Change {
  customer: CustomerRow;
  /** Null for a customer that this transaction has made. */
  before: Standing | null;
  /** Of any kind, before this transaction. */
  lastActivityAt: Date | null;
  moves: SaleMove[];
}

/** A customer's change with the two states of it whose difference is fed. */
interface Fed extends Change {
  after: Standing;
  boughtBefore: Buying;
  boughtAfter: Buying | null;
}

const saleDaysOf = ({ customer, moves }: Fed): Asked => ({
  customerId: customer.id,
  days: moves.map(({ day }) => day),
});

const firstDaysOf = ({ customer, before, after }: Fed): Asked => ({
  customerId: customer.id,
  days: [before?.firstSeenDay ?? after.firstSeenDay, after.firstSeenDay],
});

/** Of a customer whose sales are all in other weeks and months, and the first one before them. */
const boughtEarlier = (): Buying => ({ ...boughtNothing(), firstMonth: -Infinity });

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const item of items) parts[isFirst(item) ? 0 : 1].push(item);
  return parts;
}

const isSameCohort = (a: Standing, b: Standing): boolean =>
  a.firstSeenDay === b.firstSeenDay && a.campaignId === b.campaignId && a.source === b.source;

/**
 * Feeds what other tables sum over customers: the difference between what each changed customer
 * contributed before and contributes after goes into `cohort_deltas`, in the transaction of the write.
 */
export class CohortFeed {
  private changes = new Map<string, Change>();
  private fed: Fed[] = [];

  constructor(
    private readonly transaction: Transaction,
    private readonly workspaceId: string,
    private readonly calendar: LocalCalendar,
    /** Rollups that have still to be built are built from all events: nothing is fed to them. */
    private readonly isBuilt: boolean,
  ) {}

  /** Notes what a customer contributes, before anything of it is changed. */
  watch(customer: CustomerRow, isNew: boolean): void {
    if (!this.isBuilt || this.changes.has(customer.id)) return;
    const before = isNew ? null : this.standingOf(customer);
    const { lastActivityAt } = customer;
    this.changes.set(customer.id, { customer, before, lastActivityAt, moves: [] });
  }

  /** Notes that one of a watched customer's sales is new, or counts otherwise than before. */
  noteSale(customerId: string, before: ConversionFact | null, after: ConversionFact): void {
    const change = this.changes.get(customerId);
    if (!change || (!counts(before) && !counts(after))) return;
    change.moves.push({
      day: this.calendar.dayOf(after.occurredAt),
      sales: (counts(after) ? 1 : 0) - (counts(before) ? 1 : 0),
      revenue: netOf(after) - (before ? netOf(before) : 0),
    });
  }

  /** Reads what the customers had bought, ahead of the transaction's own writes. */
  async prepare(): Promise<void> {
    const fed = [...this.changes.values()].map((change) => this.feedOf(change));
    this.changes = new Map();
    this.fed = fed;
    const context = [this.transaction, this.workspaceId, this.calendar] as const;
    const moved = fed.filter(
      ({ before, after }) => before && before.sales > 0 && !isSameCohort(before, after),
    );
    const staying = fed.filter(
      ({ before, after, moves }) =>
        before && before.sales > 0 && moves.length > 0 && isSameCohort(before, after),
    );
    const [onlyAddingBehind, others] = partition(staying, (one) => this.addsBehindAll(one));
    for (const one of onlyAddingBehind) {
      one.boughtBefore = boughtEarlier();
      one.boughtAfter = withMoves(one.boughtBefore, one.moves);
    }
    const [wholes, around] = await Promise.all([
      wholeBuying(...context, moved.map(firstDaysOf)),
      buyingAround(...context, others.map(saleDaysOf)),
    ]);
    moved.forEach((one, i) => {
      one.boughtBefore = wholes[i]?.now() ?? boughtNothing();
      one.boughtAfter = wholes[i]?.after(one.moves) ?? null;
    });
    others.forEach((one, i) => {
      one.boughtBefore = around[i] ?? boughtNothing();
      // What is left when a sale goes, only the database knows: it is asked behind the writes.
      if (one.moves.some(({ sales }) => sales < 0)) one.boughtAfter = null;
      else one.boughtAfter = withMoves(one.boughtBefore, one.moves);
    });
  }

  /** Whether `append` has to ask the database behind the writes, before it knows what to append. */
  get hasToAsk(): boolean {
    return this.fed.some(({ boughtAfter }) => boughtAfter === null);
  }

  /** Appends the differences; sent behind the transaction's own writes. */
  async append(): Promise<void> {
    const left = this.fed.filter(({ boughtAfter }) => boughtAfter === null);
    if (left.length > 0) {
      const context = [this.transaction, this.workspaceId, this.calendar] as const;
      const around = await buyingAround(...context, left.map(saleDaysOf));
      left.forEach((one, i) => {
        one.boughtAfter = withRevenue(around[i] ?? boughtNothing(), one.moves);
      });
    }
    const contributions = new Contributions();
    for (const { before, after, boughtBefore, boughtAfter } of this.fed) {
      if (before) contributions.subtract(before, boughtBefore);
      contributions.add(after, boughtAfter ?? boughtNothing());
    }
    this.fed = [];
    const deltas = contributions.deltas();
    if (deltas.length === 0) return;
    const values = [this.workspaceId, COHORT_DELTA_RECORD.text(deltas)];
    await this.transaction.rows(APPEND_COHORT_DELTAS, values);
  }

  /**
   * Whether the customer only gets sales in weeks and months that begin after all that it has done: then
   * nothing of it need be asked for. That is what a shop sends all day.
   */
  private addsBehindAll({ lastActivityAt, moves }: Fed): boolean {
    return moves.every(({ day, sales }) => {
      const week = firstDayOfWeek(weekNumberOf(day));
      const month = firstDayOfMonth(monthNumberOf(day));
      const start = this.calendar.startOf(Math.min(week, month));
      return sales > 0 && lastActivityAt !== null && lastActivityAt < start;
    });
  }

  private feedOf(change: Change): Fed {
    const after = this.standingOf(change.customer);
    const boughtBefore = boughtNothing();
    return { ...change, after, boughtBefore, boughtAfter: withMoves(boughtBefore, change.moves) };
  }

  private standingOf(customer: CustomerRow): Standing {
    const { firstSeenAt, firstTouchClickId } = derivedOf(customer);
    const isTouched = firstTouchClickId !== null;
    return {
      firstSeenDay: this.calendar.dayOf(firstSeenAt),
      campaignId: (isTouched && customer.campaignId) || '',
      source: (isTouched && customer.source) || '',
      isLive: customer.deletedAt === null,
      hasLeads: customer.leads > 0,
      sales: customer.sales,
      ltv: customer.ltv,
    };
  }
}
