import type { JSX } from 'preact';
import type { Customer } from '../api/types.ts';
import { formatMoney } from '../format/money.ts';
import { formatCount } from '../format/numbers.ts';
import { formatDate } from '../format/time.ts';
import { linkTo } from '../route.ts';
import { useSession } from '../signed-in.ts';
import { firstPageOf, linkOf, type ListQuestion, type SortBy } from './list-question.ts';
import { originOf, titleOf } from './naming.ts';

interface Props {
  customers: Customer[];
  question: ListQuestion;
}

export function CustomerTable({ customers, question }: Props): JSX.Element {
  const { timezone } = useSession().workspace;
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <SortHeader question={question} by="createdAt" text="Created" class="from-mid" />
          <th scope="col" class="from-wide">
            Came by
          </th>
          <SortHeader
            question={question}
            by="lastActivityAt"
            text="Last activity"
            class="from-mid"
          />
          <th scope="col" class="number from-mid">
            Leads
          </th>
          <th scope="col" class="number">
            Sales
          </th>
          <SortHeader question={question} by="ltv" text="Lifetime value" class="number" />
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <tr key={customer.id}>
            <th scope="row" class="who">
              <a href={linkTo(`customers/${customer.id}`)}>{titleOf(customer)}</a>
              <small>{subtitleOf(customer)}</small>
            </th>
            <td class="from-mid">{formatDate(customer.createdAt, timezone)}</td>
            <td class="from-wide">{originOf(customer.firstTouch)}</td>
            <td class="from-mid">{formatDate(customer.lastActivityAt, timezone)}</td>
            <td class="number from-mid">{formatCount(customer.leads)}</td>
            <td class="number">{formatCount(customer.sales)}</td>
            <td class="number strong">{formatMoney(customer.ltv, customer.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function subtitleOf(customer: Customer): string {
  const { email, externalId } = customer;
  return [email, externalId]
    .filter((text) => text !== null && text !== titleOf(customer))
    .join(' · ');
}

interface SortProps {
  question: ListQuestion;
  by: SortBy;
  text: string;
  class: string;
}

function SortHeader({ question, by, text, ...rest }: SortProps): JSX.Element {
  const isSorted = question.sortBy === by;
  const isDown = question.sortOrder === 'desc';
  const next: ListQuestion = {
    ...firstPageOf(question),
    sortBy: by,
    sortOrder: isSorted && isDown ? 'asc' : 'desc',
  };
  return (
    <th
      scope="col"
      class={rest.class}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
    >
      <a class="sort" href={linkOf(next)}>
        {text}
        <span aria-hidden="true">{isSorted ? (isDown ? ' ↓' : ' ↑') : ''}</span>
      </a>
    </th>
  );
}
