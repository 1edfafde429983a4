import type { CurvePoint, LtvCohorts } from '../api/types.ts';
import { cohortName } from '../parts/cohort-name.ts';
import type { View } from './ltv-question.ts';

/** What a line of the picture and a row of the table beside it are. */
export interface Curve {
  name: string;
  customers: number;
  payingCustomers: number;
  points: CurvePoint[];
}

export const curvesOf = ({ cohorts, groupBy }: LtvCohorts): Curve[] =>
  cohorts.map(({ cohort, customers, payingCustomers, curve }) => ({
    name: cohortName(cohort, groupBy),
    customers,
    payingCustomers,
    points: curve,
  }));

export const valueOf = (point: CurvePoint, view: View): number | null =>
  view === 'total' ? point.cumulativeRevenue : point.ltv;

/**
 * The two lines of a curve, month by month: what is known for good, and from its last point on what may still
 * rise because the month has not ended for every customer.
 */
export function linesOf(
  { points }: Curve,
  view: View,
  months: number,
): readonly [(number | null)[], (number | null)[]] {
  const known: (number | null)[] = [];
  const open: (number | null)[] = [];
  for (let month = 0; month < months; month += 1) {
    const point = points[month];
    const value = point ? valueOf(point, view) : null;
    const isOpen = point !== undefined && !point.complete;
    const isLastKnown = point?.complete === true && points[month + 1]?.complete === false;
    known.push(isOpen ? null : value);
    open.push(isOpen || isLastKnown ? value : null);
  }
  return [known, open];
}
