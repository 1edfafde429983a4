import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Cohorts } from '../api/types.ts';
import { formatCount, formatRatio } from '../format/numbers.ts';
import { Segmented } from '../parts/segmented.tsx';

const BINS = 10;

const UNITS = [
  ['share', 'Share'],
  ['count', 'Customers'],
] as const;

/** A table with colours: a picture for the eye, and every number for whoever cannot see it. */
export function Heatmap({ cohorts }: { cohorts: Cohorts }): JSX.Element {
  const [unit, setUnit] = useState<'share' | 'count'>('share');
  const rows = cohorts.cohorts;
  const width = Math.max(0, ...rows.map(({ retention }) => retention?.length ?? 0));
  const shares = rows.flatMap(({ customers, retention = [] }) =>
    retention.map((count) => count / customers),
  );
  const most = Math.max(0.0001, ...shares);
  const letter = cohorts.groupBy === 'week' ? 'W' : 'M';
  return (
    <>
      <div class="heat-tools">
        <Segmented label="Shown as" options={UNITS} value={unit} onChange={setUnit} />
        <Scale most={most} />
      </div>
      <div class="scroll scroll-tall" tabIndex={0} role="region" aria-label="Retention in numbers">
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">Cohort</th>
              <th scope="col" class="number">
                Size
              </th>
              {Array.from({ length: width }, (_, period) => (
                <th key={period} scope="col" class="number">
                  {letter}
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cohort, customers, retention = [] }) => (
              <tr key={cohort}>
                <th scope="row">{cohort}</th>
                <td class="number muted">{formatCount(customers)}</td>
                {Array.from({ length: width }, (_, period) => (
                  <Cell
                    key={period}
                    count={retention[period]}
                    customers={customers}
                    most={most}
                    unit={unit}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface CellProps {
  /** Undefined for a period that has not begun. */
  count: number | undefined;
  customers: number;
  most: number;
  unit: 'share' | 'count';
}

function Cell({ count, customers, most, unit }: CellProps): JSX.Element {
  if (count === undefined) return <td class="heat-not-yet" />;
  const share = count / customers;
  const bin = Math.min(BINS - 1, Math.floor((share / most) * BINS));
  const texts = { share: formatRatio(share), count: formatCount(count) };
  return (
    <td
      class={`number heat-${String(count === 0 ? 'none' : bin)}`}
      title={`${texts.count} of ${formatCount(customers)} customers, ${texts.share}`}
    >
      {texts[unit]}
    </td>
  );
}

function Scale({ most }: { most: number }): JSX.Element {
  return (
    <div class="heat-scale small muted" aria-hidden="true">
      0 %
      <span>
        {Array.from({ length: BINS }, (_, bin) => (
          <i key={bin} class={`heat-${String(bin)}`} />
        ))}
      </span>
      {formatRatio(most)}
    </div>
  );
}
