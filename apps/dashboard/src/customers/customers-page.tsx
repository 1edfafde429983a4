import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Pagination } from '../api/client.ts';
import type { Customer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatCount } from '../format/numbers.ts';
import { LiveCheck } from '../parts/live-check.tsx';
import { FailureState, Loading, State } from '../parts/states.tsx';
import { moveTo } from '../route.ts';
import { CustomerTable } from './customer-table.tsx';
import { ErasedNotice } from './erased-notice.tsx';
import {
  FILTERS,
  countRequestOf,
  firstPageOf,
  linkOf,
  readQuestion,
  requestOf,
  type ListQuestion,
} from './list-question.ts';
import { Pager } from './pager.tsx';
import { SearchField } from './search-field.tsx';

export function CustomersPage({ params }: { params: URLSearchParams }): JSX.Element {
  const question = readQuestion(params);
  const asked = useAnswer<Customer[]>(requestOf(question));
  const { answer, failure, isLoading } = asked;
  const erased = params.get('erased');
  useEffect(() => {
    document.title = 'Customers';
  }, []);
  return (
    <>
      {erased !== null && <ErasedNotice key={erased} id={erased} />}
      <header class="page-head">
        <h1>Customers</h1>
        <p class="count muted" role="status">
          {answer?.pagination && <Count question={question} pagination={answer.pagination} />}
        </p>
        <SearchField
          value={question.search}
          onSearch={(search) => {
            moveTo(linkOf(firstPageOf({ ...question, search })));
          }}
        />
      </header>
      <FilterChips question={question} />
      <section class="card" aria-label="The customers" aria-busy={isLoading}>
        {failure && <FailureState asked={asked} />}
        {!answer && !failure && <Loading what="customers" />}
        {answer && (
          <div class={isLoading || failure ? 'stale' : undefined}>
            {answer.data.length > 0 ? (
              <CustomerTable customers={answer.data} question={question} />
            ) : (
              <Nobody question={question} />
            )}
            {answer.pagination && (
              <Pager
                question={question}
                shown={answer.data.length}
                pagination={answer.pagination}
                isCurrent={answer.path === asked.path}
              />
            )}
          </div>
        )}
        <LiveCheck asked={asked} />
      </section>
    </>
  );
}

interface CountProps {
  question: ListQuestion;
  pagination: Pagination;
}

function Count({ question, pagination: { total, totalCapped } }: CountProps): JSX.Element {
  if (totalCapped) return <ExactCount question={question} atLeast={total} />;
  return (
    <>
      {formatCount(total)} {question.search ? 'found' : 'in all'}
    </>
  );
}

/** The list stops counting what a search finds; there is a question of its own that does not. */
function ExactCount({
  question,
  atLeast,
}: {
  question: ListQuestion;
  atLeast: number;
}): JSX.Element {
  const { answer } = useAnswer<{ count: number }>(countRequestOf(question));
  return <>{answer ? formatCount(answer.data.count) : `more than ${formatCount(atLeast)}`} found</>;
}

function FilterChips({ question }: { question: ListQuestion }): JSX.Element | null {
  const set = FILTERS.filter(([name]) => question.filters[name]);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters">
      {set.map(([name, label]) => (
        <li key={name}>
          <span class="muted">{label}</span> {question.filters[name]}
          <a
            aria-label={`Without the filter ${label}`}
            href={linkOf(
              firstPageOf({ ...question, filters: { ...question.filters, [name]: null } }),
            )}
          >
            ×
          </a>
        </li>
      ))}
    </ul>
  );
}

function Nobody({ question }: { question: ListQuestion }): JSX.Element {
  const isNarrow = question.search !== '' || Object.values(question.filters).some(Boolean);
  if (!isNarrow) {
    return (
      <State title="No customers yet">
        <p>
          They appear with the first lead, sale or upsert: <code>POST /customers</code> or{' '}
          <code>POST /track/lead</code>. The <a href="docs">reference</a> has an example of each.
        </p>
      </State>
    );
  }
  const everybody = { ...firstPageOf(question), search: '', filters: {} };
  return (
    <State title={question.search ? `Nobody matches “${question.search}”` : 'Nobody matches'}>
      <p class="muted">The search looks for a part of the name, the email or the external id.</p>
      <p>
        <a href={linkOf(everybody)}>Show all customers</a>
      </p>
    </State>
  );
}
