import {
  APPEND_COHORT_DELTAS,
  APPEND_CONVERSION_DELTAS,
  COHORT_DELTA_RECORD,
  MAX_MONTH_AGE,
  MAX_WEEK_AGE,
  conversionDeltas,
  type CountedConversion,
  type NewCohortDelta,
} from '@app/analytics';
import {
  SAVE_ENTRIES,
  derivedOf,
  foldConversion,
  foldTouch,
  netOf,
  nothingHappened,
  toEntryRecords,
  type ConversionFact,
  type Listed,
} from '@app/customers';
import {
  Database,
  LocalCalendar,
  dayText,
  firstDayOfMonth,
  monthNumberOf,
  weekNumberOf,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Random } from './random-history.js';
import { shuffled } from './shuffled.js';
import type { TestApp } from './start-app.js';

const DAY_MS = 86_400_000;
const CAMPAIGNS = ['spring', 'Été', '山', '😀', 'a', 'B', null];
const SOURCES = ['google', 'Z', 'a', null];
const STATUSES = ['approved', 'approved', 'approved', 'pending', 'refunded'] as const;

/**
 * Customers with clicks and conversions over two and a half years up to now, put straight into the
 * tables, and the deltas that writing them would have appended.
 */
export class Population {
  private readonly random: Random;
  private readonly calendar: LocalCalendar;
  private readonly clicks: object[] = [];
  private readonly touches: object[] = [];
  private readonly conversions: object[] = [];
  private readonly customers: object[] = [];
  private readonly counted: CountedConversion[] = [];
  private readonly listed: Listed[] = [];
  readonly deltas: NewCohortDelta[] = [];

  constructor(
    private readonly workspace: Workspace,
    size: number,
    readonly seed: number,
  ) {
    this.random = new Random(seed);
    this.calendar = LocalCalendar.of(workspace.timezone);
    for (let number = 0; number < size; number += 1) this.addCustomer(number);
  }

  /** Stores it, with its deltas in an order of its own. */
  async store(app: TestApp): Promise<void> {
    const tables = {
      clicks: this.clicks,
      touches: this.touches,
      conversions: this.conversions,
      customers: this.customers,
    };
    for (const [table, rows] of Object.entries(tables)) {
      await app.dataSource.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    const deltas = COHORT_DELTA_RECORD.text(shuffled(this.deltas, this.seed));
    const database = app.nest.get(Database);
    await database.rows(APPEND_COHORT_DELTAS, [this.workspace.id, deltas]);
    const counted = JSON.stringify(conversionDeltas([], this.counted));
    await database.rows(APPEND_CONVERSION_DELTAS, [this.workspace.id, counted]);
    await database.rows(SAVE_ENTRIES, [this.workspace.id, toEntryRecords(this.listed)]);
  }

  /** Instants crowd at the edges of months, where mistakes are. */
  private instant(from: number): Date {
    const now = Date.now();
    const time = from + this.random.integer(Math.max(1, Math.floor((now - from) / 1_000))) * 1_000;
    if (!this.random.chance(20)) return new Date(time);
    const month = monthNumberOf(this.calendar.dayOf(new Date(time)));
    const edge = this.calendar.startOf(firstDayOfMonth(month)).getTime();
    return new Date(edge - this.random.integer(2) >= from ? edge - this.random.integer(2) : time);
  }

  private addCustomer(number: number): void {
    const { random, workspace } = this;
    const id = `cus_${String(number).padStart(6, '0')}`;
    const createdAt = this.instant(Date.now() - 900 * DAY_MS);
    const projection = nothingHappened(createdAt);
    const origins = new Map<string, { campaignId: string | null; source: string | null }>();
    for (let count = random.integer(3); count > 0; count -= 1) {
      const origin = { campaignId: random.pick(CAMPAIGNS), source: random.pick(SOURCES) };
      const clickId = `${id}-${String(count)}`;
      const occurredAt = this.instant(createdAt.getTime() - 40 * DAY_MS);
      origins.set(clickId, origin);
      foldTouch(projection, { clickId, occurredAt, ...origin });
      const key = { workspace_id: workspace.id, click_id: clickId, occurred_at: occurredAt };
      const from = { campaign_id: origin.campaignId, source: origin.source };
      this.clicks.push({ ...key, ...from, link_id: 'l', created_at: occurredAt });
      this.touches.push({ ...key, customer_id: id });
    }
    const conversions = Array.from({ length: random.integer(6) }, (_, index) =>
      this.conversionOf(id, index, createdAt),
    );
    for (const conversion of conversions) foldConversion(projection, conversion);
    const derived = derivedOf(projection);
    const isDeleted = random.chance(10);
    const nobody = { email: null, name: null };
    const origin = origins.get(derived.firstTouchClickId ?? '');
    if (!isDeleted) {
      const { firstSeenAt } = derived;
      const { campaignId = null, source = null } = origin ?? {};
      this.listed.push({
        id,
        createdAt,
        externalId: id,
        ...nobody,
        firstSeenAt,
        campaignId,
        source,
      });
    }
    this.customers.push({
      workspace_id: workspace.id,
      id,
      external_id: isDeleted ? null : id,
      metadata: {},
      created_at: createdAt,
      updated_at: createdAt,
      deleted_at: isDeleted ? new Date() : null,
      first_seen_at: derived.firstSeenAt,
      earliest_touch_at: projection.earliestTouchAt,
      earliest_touch_click_id: projection.earliestTouchClickId,
      first_conversion_at: projection.firstConversionAt,
      first_touch_click_id: derived.firstTouchClickId,
      last_activity_at: projection.lastActivityAt,
      leads: projection.leads,
      sales: projection.sales,
      ltv: projection.ltv,
    });
    const day = this.calendar.dayOf(derived.firstSeenAt);
    const nothing: NewCohortDelta = {
      firstSeenDay: dayText(day),
      campaignId: origin?.campaignId ?? '',
      source: origin?.source ?? '',
      weekAge: null,
      monthAge: null,
      customers: 0,
      live: 0,
      withLeads: 0,
      converted: 0,
      sales: 0,
      revenue: 0,
      activeWeeks: 0,
      activeMonths: 0,
      newBuyers: 0,
    };
    this.deltas.push({
      ...nothing,
      customers: 1,
      live: isDeleted ? 0 : 1,
      withLeads: projection.leads > 0 ? 1 : 0,
      converted: projection.sales > 0 ? 1 : 0,
      sales: projection.sales,
    });
    this.addPurchases(day, nothing, conversions);
    // One that was taken for somebody else's first, and was moved.
    if (random.chance(5)) {
      this.deltas.push({ ...nothing, campaignId: 'moved', customers: 1, revenue: 7, monthAge: 0 });
      this.deltas.push({
        ...nothing,
        campaignId: 'moved',
        customers: -1,
        revenue: -7,
        monthAge: 0,
      });
    }
  }

  private addPurchases(
    day: number,
    nothing: NewCohortDelta,
    conversions: readonly ConversionFact[],
  ): void {
    const counting = conversions
      .filter(({ type, status }) => type === 'sale' && status === 'approved')
      .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    const seen = new Set<string>();
    for (const sale of counting) {
      const boughtOn = this.calendar.dayOf(sale.occurredAt);
      const weeks = weekNumberOf(boughtOn) - weekNumberOf(day);
      const months = monthNumberOf(boughtOn) - monthNumberOf(day);
      const isFirst = seen.size === 0;
      const isIn = (period: string): boolean => seen.size < seen.add(period).size;
      const weekAge = weeks <= MAX_WEEK_AGE ? weeks : null;
      const monthAge = months <= MAX_MONTH_AGE ? months : null;
      this.deltas.push({
        ...nothing,
        weekAge,
        monthAge,
        revenue: netOf(sale),
        activeWeeks: isIn(`week ${weeks}`) && weekAge !== null ? 1 : 0,
        activeMonths: isIn(`month ${months}`) && monthAge !== null ? 1 : 0,
        newBuyers: isFirst && monthAge !== null ? 1 : 0,
      });
    }
  }

  private conversionOf(customerId: string, index: number, createdAt: Date): ConversionFact {
    const { random, workspace } = this;
    const type = random.pick(['sale', 'sale', 'sale', 'lead', 'custom'] as const);
    const status = random.pick(STATUSES);
    const amount = type === 'sale' ? random.integer(10_000) : null;
    const refunded = amount !== null && random.chance(20) ? Math.floor(amount / 3) : 0;
    const occurredAt = this.instant(createdAt.getTime() - 20 * DAY_MS);
    this.counted.push({ occurredAt, type, status, customerId });
    this.conversions.push({
      workspace_id: workspace.id,
      id: `con_${customerId}-${String(index)}`,
      type,
      event_name: type,
      customer_id: customerId,
      status,
      amount,
      currency: amount === null ? null : 'USD',
      refunded_amount: amount === null ? null : refunded,
      reporting_amount: amount,
      reporting_refunded: amount === null ? null : refunded,
      occurred_at: occurredAt,
      created_at: occurredAt,
      metadata: {},
    });
    const reporting = amount === null ? null : refunded;
    return { type, status, occurredAt, reportingAmount: amount, reportingRefunded: reporting };
  }
}
