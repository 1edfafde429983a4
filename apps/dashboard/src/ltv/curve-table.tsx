import type { JSX } from 'preact';
import { formatMoney } from '../format/money.ts';
import { formatCount } from '../format/numbers.ts';
import { valueOf, type Curve } from './curves.ts';
import type { View } from './ltv-question.ts';

interface Props {
  curves: Curve[];
  colours: string[];
  shown: ReadonlySet<number>;
  view: View;
  currency: string;
  /** Where the pointer is in the picture; null where it is not. */
  month: number | null;
  onToggle: (index: number) => void;
}

/** The key to the picture: which line is which, how many customers it stands for, and where it has come to. */
export function CurveTable({
  curves,
  colours,
  shown,
  view,
  currency,
  month,
  onToggle,
}: Props): JSX.Element {
  const at = month === null ? 'latest' : `M${String(month)}`;
  return (
    <div class="scroll curve-table" tabIndex={0} role="region" aria-label="Cohorts of the picture">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col" class="number">
              Customers
            </th>
            <th scope="col" class="number">
              Paying
            </th>
            <th scope="col" class="number">
              {view === 'total' ? 'Revenue' : 'LTV'} <small class="muted">{at}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {curves.map((curve, i) => {
            const point = month === null ? curve.points.at(-1) : curve.points[month];
            return (
              <tr key={curve.name}>
                <th scope="row">
                  <label class="curve-name">
                    <input
                      type="checkbox"
                      checked={shown.has(i)}
                      style={{ accentColor: colours[i] }}
                      onChange={() => {
                        onToggle(i);
                      }}
                    />
                    <span
                      class="line-swatch"
                      style={{ background: colours[i] }}
                      aria-hidden="true"
                    />
                    {curve.name}
                  </label>
                </th>
                <td class="number">{formatCount(curve.customers)}</td>
                <td class="number">{formatCount(curve.payingCustomers)}</td>
                <td class="number strong">
                  {point ? formatMoney(valueOf(point, view), currency) : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
