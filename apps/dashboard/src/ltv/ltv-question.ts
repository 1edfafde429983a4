import type { LtvCohorts } from '../api/types.ts';
import { linkTo, queryOf } from '../route.ts';

type GroupBy = LtvCohorts['groupBy'];
export type View = 'customer' | 'total';

export const GROUPS = [
  ['month', 'Month'],
  ['campaign', 'Campaign'],
  ['source', 'Source'],
] as const;

export const VIEWS = [
  ['customer', 'Per customer'],
  ['total', 'Total'],
] as const;

const MOST_MONTHS = 24;
const USUAL_MONTHS = 12;

export interface LtvQuestion {
  groupBy: GroupBy;
  months: number;
  /** A day, meaning its end; null is now. */
  asOf: string | null;
  view: View;
}

export function readLtvQuestion(params: URLSearchParams): LtvQuestion {
  const months = Number(params.get('months') ?? USUAL_MONTHS);
  const isCount = Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
  return {
    groupBy: GROUPS.find(([name]) => name === params.get('group_by'))?.[0] ?? 'month',
    months: isCount ? months : USUAL_MONTHS,
    asOf: params.get('asOf'),
    view: params.get('view') === 'total' ? 'total' : 'customer',
  };
}

export const linkOf = ({ groupBy, months, asOf, view }: LtvQuestion): string =>
  linkTo('ltv', { group_by: groupBy, months, asOf, view: view === 'customer' ? null : view });

export const requestOf = ({ groupBy, months, asOf }: LtvQuestion): string =>
  `customers/ltv-cohorts${queryOf({ group_by: groupBy, months, asOf })}`;
