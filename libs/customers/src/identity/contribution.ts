import { MAX_MONTH_AGE, MAX_WEEK_AGE, type NewCohortDelta } from '@app/analytics';
import { dayText, monthNumberOf, weekNumberOf, type DayNumber } from '@app/platform';

/** What the sums over customers see of one customer, as its row says it. */
export interface Standing {
  firstSeenDay: DayNumber;
  /** Of the first touch; empty for none. */
  campaignId: string;
  source: string;
  isLive: boolean;
  hasLeads: boolean;
  sales: number;
  ltv: number;
}

/** In which calendar weeks and months a customer has counting sales, and their net by month. */
export interface Buying {
  /** Week numbers. */
  weeks: Set<number>;
  /** By month number; a month without a sale left may still owe revenue to another state. */
  months: Map<number, { isActive: boolean; revenue: number }>;
  /** The month of the first counting sale of all, or null. */
  firstMonth: number | null;
}

export const boughtNothing = (): Buying => ({
  weeks: new Set(),
  months: new Map(),
  firstMonth: null,
});

type Measure =
  | 'customers'
  | 'live'
  | 'withLeads'
  | 'converted'
  | 'sales'
  | 'revenue'
  | 'activeWeeks'
  | 'activeMonths'
  | 'newBuyers';
type Measures = Partial<Record<Measure, number>>;

/** What is summed up of the customers of one first-seen day and origin. */
class CohortSum {
  readonly base: Measures = {};
  readonly weeks = new Map<number, Measures>();
  readonly months = new Map<number, Measures>();

  constructor(private readonly cohort: Pick<Standing, 'firstSeenDay' | 'campaignId' | 'source'>) {}

  /** As few rows as tell it: one for a sale. A row's revenue is that of its month, if it has one. */
  rows(): NewCohortDelta[] {
    const weeks = [...this.weeks].filter(([, measures]) => !isNothing(measures));
    const months = [...this.months].filter(([, measures]) => !isNothing(measures));
    const bases = isNothing(this.base) ? [] : [this.base];
    const fitsBesideMonth = bases.length === 0 || !this.base.revenue;
    const shifted = fitsBesideMonth ? months : [undefined, ...months];
    const count = Math.max(bases.length, weeks.length, months.length > 0 ? shifted.length : 0);
    return Array.from({ length: count }, (_, i) => {
      const [weekAge, ofWeek] = weeks[i] ?? [null, {}];
      const [monthAge, ofMonth] = shifted[i] ?? [null, {}];
      return this.row(weekAge, monthAge, { ...bases[i], ...ofWeek, ...ofMonth });
    });
  }

  private row(weekAge: number | null, monthAge: number | null, measures: Measures): NewCohortDelta {
    const { firstSeenDay, campaignId, source } = this.cohort;
    return {
      firstSeenDay: dayText(firstSeenDay),
      campaignId,
      source,
      weekAge,
      monthAge,
      customers: 0,
      live: 0,
      withLeads: 0,
      converted: 0,
      sales: 0,
      revenue: 0,
      activeWeeks: 0,
      activeMonths: 0,
      newBuyers: 0,
      ...measures,
    };
  }
}

const isNothing = (measures: Measures): boolean =>
  Object.values(measures).every((value) => value === 0);

function addTo(measures: Measures, added: Measures, sign: 1 | -1): void {
  for (const [name, value] of Object.entries(added) as [Measure, number][]) {
    measures[name] = (measures[name] ?? 0) + sign * value;
  }
}

function at(ages: Map<number, Measures>, age: number): Measures {
  const measures = ages.get(age) ?? {};
  ages.set(age, measures);
  return measures;
}

/**
 * The difference that customers make between what they contributed before and contribute now. All of
 * it is linear, so a state may leave out of its `Buying` what is the same in the other one.
 */
export class Contributions {
  private readonly cohorts = new Map<string, CohortSum>();

  add(standing: Standing, buying: Buying): void {
    this.apply(standing, buying, 1);
  }

  subtract(standing: Standing, buying: Buying): void {
    this.apply(standing, buying, -1);
  }

  deltas(): NewCohortDelta[] {
    return [...this.cohorts.values()].flatMap((cohort) => cohort.rows());
  }

  private apply(standing: Standing, { weeks, months, firstMonth }: Buying, sign: 1 | -1): void {
    const { firstSeenDay, isLive, hasLeads, sales, ltv } = standing;
    const cohort = this.cohortOf(standing);
    const firstWeek = weekNumberOf(firstSeenDay);
    for (const week of weeks) {
      const age = week - firstWeek;
      if (age <= MAX_WEEK_AGE) addTo(at(cohort.weeks, age), { activeWeeks: 1 }, sign);
    }
    const ownMonth = monthNumberOf(firstSeenDay);
    let ofOtherMonths = ltv;
    for (const [month, { isActive, revenue }] of months) {
      const age = month - ownMonth;
      if (age > MAX_MONTH_AGE) continue;
      ofOtherMonths -= revenue;
      addTo(at(cohort.months, age), { revenue, activeMonths: isActive ? 1 : 0 }, sign);
    }
    if (firstMonth !== null && firstMonth - ownMonth <= MAX_MONTH_AGE) {
      addTo(at(cohort.months, firstMonth - ownMonth), { newBuyers: 1 }, sign);
    }
    const own: Measures = {
      customers: 1,
      live: isLive ? 1 : 0,
      withLeads: hasLeads ? 1 : 0,
      converted: sales > 0 ? 1 : 0,
      sales,
      revenue: ofOtherMonths,
    };
    addTo(cohort.base, own, sign);
  }

  private cohortOf(standing: Standing): CohortSum {
    const { firstSeenDay, campaignId, source } = standing;
    const key = JSON.stringify([firstSeenDay, campaignId, source]);
    const cohort = this.cohorts.get(key) ?? new CohortSum(standing);
    this.cohorts.set(key, cohort);
    return cohort;
  }
}
