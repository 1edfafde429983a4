import type { JSX } from 'preact';
import type { Cohort, Cohorts } from '../api/types.ts';
import { formatMoney } from '../format/money.ts';
import { formatCount, formatRatio } from '../format/numbers.ts';
import { Bar } from '../parts/bar.tsx';
import { cohortName } from '../parts/cohort-name.ts';
import { linkTo } from '../route.ts';
import { filtersOf, type CohortQuestion } from './cohort-question.ts';

interface Props {
  cohorts: Cohorts;
  question: CohortQuestion;
  known: ReadonlySet<string>;
}

const largest = (values: (number | null)[]): number =>
  Math.max(1, ...values.map((value) => value ?? 0));

export function CohortTable({ cohorts, question, known }: Props): JSX.Element {
  const { currency, groupBy, truncated } = cohorts;
  const rows = cohorts.cohorts;
  const most = {
    customers: largest(rows.map((row) => row.customers)),
    revenue: largest(rows.map((row) => row.revenue)),
    averageLtv: largest(rows.map((row) => row.averageLtv)),
  };
  return (
    <div class="scroll scroll-tall" tabIndex={0} role="region" aria-label="Cohorts in numbers">
      <table class="numbers cohort-table">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Customers</th>
            <th scope="col">Revenue</th>
            <th scope="col">Average LTV</th>
            <th scope="col" class="number">
              Converted
            </th>
            <th scope="col" class="number">
              Sales
            </th>
            <th scope="col" class="number">
              Average order
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.cohort}>
              <th scope="row">
                <Name row={row} groupBy={groupBy} question={question} known={known} />
              </th>
              <td>
                <Bar share={row.customers / most.customers} text={formatCount(row.customers)} />
              </td>
              <td>
                <Bar
                  kind="revenue"
                  share={row.revenue / most.revenue}
                  text={formatMoney(row.revenue, currency)}
                />
              </td>
              <td>
                <Bar
                  kind="average"
                  share={(row.averageLtv ?? 0) / most.averageLtv}
                  text={formatMoney(row.averageLtv, currency)}
                />
              </td>
              <td class="number">
                {formatCount(row.convertedCustomers)}{' '}
                <small class="muted">{formatRatio(row.conversionRate)}</small>
              </td>
              <td class="number">{formatCount(row.sales)}</td>
              <td class="number">{formatMoney(row.averageOrderValue, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {truncated && (
        <p class="muted small">There are more: these are the {formatCount(rows.length)} largest.</p>
      )}
    </div>
  );
}

interface NameProps {
  row: Cohort;
  groupBy: string;
  question: CohortQuestion;
  known: ReadonlySet<string>;
}

function Name({ row, groupBy, question, known }: NameProps): JSX.Element {
  const name = cohortName(row.cohort, groupBy);
  const filters = filtersOf(row.cohort, question, known);
  if (!filters) return <>{name}</>;
  return (
    <a
      href={linkTo('customers', filters)}
      title="The customers of this cohort, without those deleted since"
    >
      {name}
    </a>
  );
}
