import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LtvCohorts } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatInstant } from '../format/time.ts';
import { Panel } from '../parts/panel.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { moveTo } from '../route.ts';
import { CurvesView } from './curves-view.tsx';
import {
  GROUPS,
  VIEWS,
  linkOf,
  readLtvQuestion,
  requestOf,
  type LtvQuestion,
} from './ltv-question.ts';

const MONTHS = [3, 6, 12, 18, 24] as const;

export function LtvPage({ params }: { params: URLSearchParams }): JSX.Element {
  const question = readLtvQuestion(params);
  const asked = useAnswer<LtvCohorts>(requestOf(question));
  const change = (changes: Partial<LtvQuestion>): void => {
    moveTo(linkOf({ ...question, ...changes }));
  };
  useEffect(() => {
    document.title = 'Lifetime value · Customers';
  }, []);
  const ltv = asked.answer?.data;
  return (
    <>
      <header class="page-head">
        <h1>Lifetime value</h1>
        <div class="tools">
          <Segmented
            label="Group by"
            options={GROUPS}
            value={question.groupBy}
            onChange={(groupBy) => {
              change({ groupBy });
            }}
          />
          <label class="field">
            <span>First seen in</span>
            <select
              value={String(question.months)}
              onChange={(event) => {
                change({ months: Number(event.currentTarget.value) });
              }}
            >
              {[...new Set([...MONTHS, question.months])]
                .sort((a, b) => a - b)
                .map((count) => (
                  <option key={count} value={String(count)}>
                    the last {count} months
                  </option>
                ))}
            </select>
          </label>
          <label class="field">
            <span>As of the end of</span>
            <input
              type="date"
              value={question.asOf ?? ''}
              onChange={(event) => {
                change({ asOf: event.currentTarget.value || null });
              }}
            />
          </label>
        </div>
      </header>
      <Panel
        title={
          question.view === 'total' ? 'Revenue, month by month' : 'Lifetime value, month by month'
        }
        hint={
          ltv
            ? `What customers have brought by the end of each month after their own first one, M0; as of ${formatInstant(ltv.asOf, ltv.timezone)}.`
            : 'What customers have brought by the end of each month after their own first one, M0.'
        }
        tools={
          <Segmented
            label="Shown"
            options={VIEWS}
            value={question.view}
            onChange={(view) => {
              change({ view });
            }}
          />
        }
        asked={asked}
      >
        {(data) => <CurvesView ltv={data} view={question.view} />}
      </Panel>
    </>
  );
}
