import type { Cohorts } from '../api/types.ts';
import { daysOfCohort } from '../format/time.ts';
import { linkTo, queryOf, type Params } from '../route.ts';

export type GroupBy = Cohorts['groupBy'];

export const GROUPS = [
  ['week', 'Week'],
  ['month', 'Month'],
  ['campaign', 'Campaign'],
  ['source', 'Source'],
] as const;

export interface CohortQuestion {
  groupBy: GroupBy;
  periods: number;
  start: string | null;
  end: string | null;
}

export const isByTime = (groupBy: GroupBy): boolean => groupBy === 'week' || groupBy === 'month';

const MOST_PERIODS = 26;
const USUAL_PERIODS = 12;

export function readCohortQuestion(params: URLSearchParams): CohortQuestion {
  const groupBy = GROUPS.find(([name]) => name === params.get('group_by'))?.[0] ?? 'month';
  const periods = Number(params.get('periods') ?? USUAL_PERIODS);
  const isCount = Number.isInteger(periods) && periods >= 0 && periods <= MOST_PERIODS;
  return {
    groupBy,
    periods: isCount ? periods : USUAL_PERIODS,
    start: params.get('start'),
    end: params.get('end'),
  };
}

export const linkOf = ({ groupBy, periods, start, end }: CohortQuestion): string =>
  linkTo('cohorts', { group_by: groupBy, periods, start, end });

export const requestOf = ({ groupBy, periods, start, end }: CohortQuestion): string =>
  `customers/cohorts${queryOf({
    group_by: groupBy,
    periods: isByTime(groupBy) ? periods : null,
    start,
    end,
  })}`;

const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a);
const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a);

/**
 * The filters of the list of customers that find those of a cohort; undefined where the service does not have
 * all of them.
 */
export function filtersOf(
  cohort: string | null,
  { groupBy, start, end }: CohortQuestion,
  known: ReadonlySet<string>,
): Params | undefined {
  const range = { firstSeenStart: start, firstSeenEnd: end };
  let filters: Params;
  if (groupBy === 'campaign') {
    filters = {
      ...(cohort === null ? { hasCampaign: 'false' } : { campaignId: cohort }),
      ...range,
    };
  } else if (groupBy === 'source') {
    filters = { ...(cohort === null ? { hasSource: 'false' } : { source: cohort }), ...range };
  } else {
    const [first, last] = daysOfCohort(cohort ?? '');
    filters = { firstSeenStart: later(first, start), firstSeenEnd: earlier(last, end) };
  }
  const names = Object.keys(filters).filter((name) => filters[name] !== null);
  return names.every((name) => known.has(name)) ? filters : undefined;
}
