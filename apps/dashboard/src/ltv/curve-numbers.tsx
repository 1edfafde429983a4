import type { JSX } from 'preact';
import { formatMoney } from '../format/money.ts';
import { valueOf, type Curve } from './curves.ts';
import type { View } from './ltv-question.ts';

interface Props {
  curves: Curve[];
  months: number;
  view: View;
  currency: string;
}

/** Every point of the picture as a number. */
export function CurveNumbers({ curves, months, view, currency }: Props): JSX.Element {
  return (
    <div class="scroll scroll-tall" tabIndex={0} role="region" aria-label="Curves in numbers">
      <table class="numbers curve-numbers">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            {Array.from({ length: months }, (_, month) => (
              <th key={month} scope="col" class="number">
                M{month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map(({ name, points }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {Array.from({ length: months }, (_, month) => {
                const point = points[month];
                if (!point) return <td key={month} />;
                return (
                  <td key={month} class={point.complete ? 'number' : 'number open-point'}>
                    {formatMoney(valueOf(point, view), currency)}
                    {!point.complete && <span class="sr-only"> so far</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
