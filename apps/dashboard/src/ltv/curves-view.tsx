import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LtvCohorts } from '../api/types.ts';
import { State } from '../parts/states.tsx';
import { useTheme } from '../parts/use-theme.ts';
import { CurveChart } from './curve-chart.tsx';
import { CurveNumbers } from './curve-numbers.tsx';
import { CurveTable } from './curve-table.tsx';
import { curvesOf } from './curves.ts';
import { coloursOf } from './hues.ts';
import type { View } from './ltv-question.ts';

/** More lines than colours that are told apart would be a riddle: the rest is there to be ticked. */
const MOST_NAMED = 8;

function firstShown({ cohorts, groupBy }: LtvCohorts): ReadonlySet<number> {
  const isDrawn = (index: number): boolean => groupBy === 'month' || index < MOST_NAMED;
  return new Set(cohorts.map((_, index) => index).filter(isDrawn));
}

export function CurvesView({ ltv, view }: { ltv: LtvCohorts; view: View }): JSX.Element {
  const theme = useTheme();
  const curves = useMemo(() => curvesOf(ltv), [ltv]);
  const [shown, setShown] = useState(() => firstShown(ltv));
  const [month, setMonth] = useState<number | null>(null);
  useEffect(() => {
    setShown(firstShown(ltv));
  }, [ltv]);
  const months = Math.max(1, ...curves.map(({ points }) => points.length));
  const isOrdered = ltv.groupBy === 'month';
  const colours = useMemo(
    () => coloursOf(curves.length, isOrdered, theme),
    [curves.length, isOrdered, theme],
  );
  if (curves.every(({ customers }) => customers === 0)) {
    return (
      <State title="Nobody was first seen in these months">
        <p class="muted">Choose more months, or another day to look from.</p>
      </State>
    );
  }
  const toggle = (index: number): void => {
    const next = new Set(shown);
    if (!next.delete(index)) next.add(index);
    setShown(next);
  };
  const what = view === 'total' ? 'Revenue' : 'Lifetime value per customer';
  const common = { curves, view, currency: ltv.currency, months };
  return (
    <>
      <div class="curves">
        <CurveChart
          {...common}
          colours={colours}
          shown={shown}
          onMonth={setMonth}
          label={`${what} of ${String(shown.size)} cohorts, month by month; the numbers are in the table below.`}
        />
        <CurveTable {...common} colours={colours} shown={shown} month={month} onToggle={toggle} />
      </div>
      <p class="muted small curve-key">
        <span class="key-line" aria-hidden="true" /> for good{' '}
        <span class="key-line key-open" aria-hidden="true" /> the month has not ended for every
        customer: it may still rise
      </p>
      <CurveNumbers {...common} />
    </>
  );
}
