import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Attribution, Customer, Model } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatMoney } from '../format/money.ts';
import { formatRatio } from '../format/numbers.ts';
import { Panel } from '../parts/panel.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { State } from '../parts/states.tsx';
import { MODELS, rowsOf, type Dimension, type Row } from './attribution.ts';

const DIMENSIONS = [
  ['campaignId', 'Campaign'],
  ['source', 'Source'],
  ['linkId', 'Link'],
] as const;

const hueOf = ({ hue }: Row): string => (hue === null ? 'hue-none' : `hue-${String(hue)}`);

interface Props {
  path: string;
  customer: Customer;
}

export function AttributionPanel({ path, customer }: Props): JSX.Element {
  const asked = useAnswer<Attribution>(`${path}/attribution`);
  const [dimension, setDimension] = useState<Dimension>('campaignId');
  const { currency } = customer;
  return (
    <Panel
      title="Attribution"
      hint="Five ways to share out the same revenue: every column adds up to the lifetime value."
      tools={
        <Segmented
          label="Shared out by"
          options={DIMENSIONS}
          value={dimension}
          onChange={setDimension}
        />
      }
      asked={asked}
    >
      {(attribution) => {
        const rows = rowsOf(attribution, dimension);
        if (rows.length === 0) {
          return (
            <State title="Nothing to share out">
              <p class="muted">No sale of this customer counts yet.</p>
            </State>
          );
        }
        return (
          <>
            <Columns rows={rows} currency={currency} />
            <Shares rows={rows} currency={currency} />
          </>
        );
      }}
    </Panel>
  );
}

const sumOf = (rows: Row[], model: Model): number =>
  rows.reduce((sum, { revenue }) => sum + revenue[model], 0);

interface RowsProps {
  rows: Row[];
  currency: string;
}

/** For the eye: the table below has every number of it. */
function Columns({ rows, currency }: RowsProps): JSX.Element {
  return (
    <div class="models" aria-hidden="true">
      {MODELS.map(([model, name]) => {
        const sum = sumOf(rows, model);
        return (
          <div key={model} class="model">
            <span class="model-sum">{formatMoney(sum, currency)}</span>
            <div class="model-bar">
              {rows.map((row) => {
                const share = sum === 0 ? 0 : row.revenue[model] / sum;
                return (
                  <span
                    key={row.name}
                    class={`model-part ${hueOf(row)}`}
                    style={{ flexGrow: share, display: share === 0 ? 'none' : undefined }}
                    title={`${row.name}: ${formatMoney(row.revenue[model], currency)}`}
                  >
                    {share >= 0.12 && formatRatio(share)}
                  </span>
                );
              })}
            </div>
            <span class="model-name">{name}</span>
          </div>
        );
      })}
    </div>
  );
}

function Shares({ rows, currency }: RowsProps): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Attribution in numbers">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Brought by</th>
            {MODELS.map(([model, name, meaning]) => (
              <th key={model} scope="col" class="number" title={meaning}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <span class={`swatch ${hueOf(row)}`} aria-hidden="true" />
                {row.name}
              </th>
              {MODELS.map(([model]) => (
                <td key={model} class={row.revenue[model] === 0 ? 'number faint' : 'number'}>
                  {formatMoney(row.revenue[model], currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Lifetime value</th>
            {MODELS.map(([model]) => (
              <td key={model} class="number strong">
                {formatMoney(sumOf(rows, model), currency)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
