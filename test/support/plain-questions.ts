import {
  MAX_GROUPS,
  type CohortsAnswer,
  type CohortsQuestion,
  type LtvCohortsAnswer,
  type LtvCohortsQuestion,
} from '@app/analytics';
import {
  addMonths,
  average,
  dayText,
  monthOf,
  ratio,
  startOfDay,
  startOfMonth,
} from '@app/platform';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import {
  COHORTS_BY_ORIGIN,
  COHORTS_BY_PERIOD,
  COHORTS_EXTENT,
  COHORTS_RETENTION,
} from '../../bench/plain-sql/cohorts.js';
import { LTV_COHORTS } from '../../bench/plain-sql/ltv-cohorts.js';

type Row = Record<string, number>;
type Key = string | number | null;

/** The questions that rollups answer, over customers and events: another way to the same answers. */
export class PlainQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly timezone: string,
  ) {}

  async cohorts(question: CohortsQuestion): Promise<CohortsAnswer> {
    const { workspaceId, groupBy, days, periods: count, now } = question;
    const [from, to] = [days.from, days.end].map((day) => startOfDay(dayText(day), this.timezone));
    const range = [workspaceId, from, to];
    if (groupBy === 'campaign' || groupBy === 'source') {
      return this.answerOf(await this.rows(COHORTS_BY_ORIGIN[groupBy], range), (key) => key);
    }
    const [extent] = await this.rows(COHORTS_EXTENT, range);
    const { first, last } = extent as unknown as Record<'first' | 'last', Date | null>;
    if (!first || !last) return this.answerOf([], (key) => key);
    const periods = periodsFrom(groupBy, first, last > now ? last : now, this.timezone);
    const rows = await this.rows(COHORTS_BY_PERIOD, [...range, periods.starts]);
    const ages = await this.rows(COHORTS_RETENTION, [...range, periods.starts, count]);
    const current = periods.starts.findLastIndex((start) => start <= now) + 1;
    const retentionOf = (key: number): number[] =>
      Array.from(
        { length: Math.max(0, Math.min(count, current - key + 1)) },
        (_, age) =>
          ages.find((row) => row['key'] === key && row['age'] === age)?.['customers'] ?? 0,
      );
    return this.answerOf(
      rows,
      (key) => periods.labels[Number(key) - 1] ?? null,
      count > 0 ? (key) => retentionOf(Number(key)) : undefined,
    );
  }

  async ltvCohorts(question: LtvCohortsQuestion & { asOf: Date }): Promise<LtvCohortsAnswer> {
    const { workspaceId, groupBy, months, asOf, now } = question;
    const last = monthOf(asOf, this.timezone);
    const first = startOfMonth(addMonths(last, 1 - months), this.timezone);
    const end = startOfMonth(addMonths(last, 1), this.timezone).getTime() - 1;
    const lastHasEnded = end <= Math.min(asOf.getTime(), now.getTime());
    const { labels, starts } = periodsFrom('month', first, asOf, this.timezone);
    const values = [workspaceId, first, asOf, starts];
    const found = await this.rows(LTV_COHORTS[groupBy].cohorts, values);
    const empty = labels.map((_, index) => ({
      key: index + 1,
      firstMonth: index + 1,
      lastMonth: index + 1,
      customers: 0,
    }));
    const rows: Row[] =
      groupBy === 'month'
        ? empty.map((row) => found.find(({ key }) => key === row.key) ?? row)
        : found.slice(0, MAX_GROUPS);
    const keys = rows.map((row) => row['key'] as Key).filter((key) => key !== null);
    const spending = await this.rows(LTV_COHORTS[groupBy].spending, [...values, keys]);
    return {
      timezone: this.timezone,
      asOf,
      truncated: found.length > MAX_GROUPS,
      cohorts: rows.map(({ key = null, firstMonth = 0, lastMonth = 0, customers = 0 }) => {
        const ages = spending.filter((row) => (row['key'] as Key) === key);
        let cumulativeRevenue = 0;
        const curve = Array.from({ length: months - firstMonth + 1 }, (_, month) => {
          const revenue = ages.find(({ age }) => age === month)?.['revenue'] ?? 0;
          cumulativeRevenue += revenue;
          const ltv = average(cumulativeRevenue, customers);
          const number = lastMonth + month;
          const complete = number < months || (number === months && lastHasEnded);
          return { month, revenue, cumulativeRevenue, ltv, complete };
        });
        return {
          cohort: groupBy === 'month' ? (labels[Number(key) - 1] ?? null) : (key as string | null),
          customers,
          payingCustomers: ages.reduce((sum, { newBuyers = 0 }) => sum + newBuyers, 0),
          revenue: cumulativeRevenue,
          ltv: average(cumulativeRevenue, customers),
          curve,
        };
      }),
    };
  }

  private answerOf(
    rows: Row[],
    nameOf: (key: string | null) => string | null,
    retentionOf?: (key: Key) => number[],
  ): CohortsAnswer {
    const totalsOf = (row: Row = {}): CohortsAnswer['totals'] => {
      const { customers = 0, customersWithLeads = 0, convertedCustomers = 0 } = row;
      const { sales = 0, revenue = 0 } = row;
      return {
        customers,
        customersWithLeads,
        convertedCustomers,
        conversionRate: ratio(convertedCustomers, customers),
        sales,
        revenue,
        averageLtv: average(revenue, customers),
        averageOrderValue: average(revenue, sales),
      };
    };
    const [total, ...groups] = rows;
    return {
      timezone: this.timezone,
      truncated: groups.length > MAX_GROUPS,
      totals: totalsOf(total),
      cohorts: groups.slice(0, MAX_GROUPS).map((row) => ({
        cohort: nameOf(row['key'] as unknown as string | null),
        ...totalsOf(row),
        ...(retentionOf && { retention: retentionOf(row['key'] as Key) }),
      })),
    };
  }

  private rows(sql: string, values: unknown[]): Promise<Row[]> {
    return this.dataSource.query(sql, values);
  }
}

function periodsFrom(
  unit: 'week' | 'month',
  first: Date,
  last: Date,
  timezone: string,
): { labels: string[]; starts: Date[] } {
  const dayOf = (instant: Date): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(timezone)
      .toPlainDate();
  const labels: string[] = [];
  const starts: Date[] = [];
  let day = dayOf(first);
  day = unit === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
  while (Temporal.PlainDate.compare(day, dayOf(last)) <= 0) {
    const week = `${String(day.yearOfWeek)}-W${String(day.weekOfYear).padStart(2, '0')}`;
    labels.push(unit === 'week' ? week : day.toPlainYearMonth().toString());
    starts.push(startOfDay(day.toString(), timezone));
    day = day.add(unit === 'week' ? { weeks: 1 } : { months: 1 });
  }
  return { labels, starts };
}
