import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Cohorts } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useListParameters } from '../api/use-parameters.ts';
import { formatMoney } from '../format/money.ts';
import { formatCount, formatRatio } from '../format/numbers.ts';
import { DateRange } from '../parts/date-range.tsx';
import { Panel } from '../parts/panel.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Stats } from '../parts/stat.tsx';
import { State } from '../parts/states.tsx';
import { moveTo } from '../route.ts';
import {
  GROUPS,
  isByTime,
  linkOf,
  readCohortQuestion,
  requestOf,
  type CohortQuestion,
} from './cohort-question.ts';
import { CohortTable } from './cohort-table.tsx';
import { Heatmap } from './heatmap.tsx';

const PERIODS = [6, 12, 18, 26] as const;

export function CohortsPage({ params }: { params: URLSearchParams }): JSX.Element {
  const question = readCohortQuestion(params);
  const asked = useAnswer<Cohorts>(requestOf(question));
  const known = useListParameters();
  const change = (changes: Partial<CohortQuestion>): void => {
    moveTo(linkOf({ ...question, ...changes }));
  };
  useEffect(() => {
    document.title = 'Cohorts · Customers';
  }, []);
  return (
    <>
      <header class="page-head">
        <h1>Cohorts</h1>
        <div class="tools">
          <Segmented
            label="Group by"
            options={GROUPS}
            value={question.groupBy}
            onChange={(groupBy) => {
              change({ groupBy });
            }}
          />
          <DateRange
            label="First seen"
            start={question.start}
            end={question.end}
            onChange={(start, end) => {
              change({ start, end });
            }}
          />
        </div>
      </header>
      <Panel title={TITLES[question.groupBy]} hint={HINTS[question.groupBy]} asked={asked}>
        {(cohorts) =>
          cohorts.cohorts.length > 0 ? (
            <>
              <Totals cohorts={cohorts} />
              <CohortTable
                cohorts={cohorts}
                question={{ ...question, groupBy: cohorts.groupBy }}
                known={known}
              />
            </>
          ) : (
            <NoCohorts question={question} />
          )
        }
      </Panel>
      {isByTime(question.groupBy) && (asked.answer ?? !asked.failure) && (
        <Panel
          title="Retention"
          hint={`Of each cohort, how many bought something in the ${question.groupBy}s after its own.`}
          tools={
            <label class="field">
              <span>Periods</span>
              <select
                value={String(question.periods)}
                onChange={(event) => {
                  change({ periods: Number(event.currentTarget.value) });
                }}
              >
                {[...new Set([...PERIODS, question.periods])]
                  .sort((a, b) => a - b)
                  .map((count) => (
                    <option key={count} value={String(count)}>
                      {count} {question.groupBy}s
                    </option>
                  ))}
              </select>
            </label>
          }
          asked={asked}
        >
          {(cohorts) => <Heatmap cohorts={cohorts} />}
        </Panel>
      )}
    </>
  );
}

const TITLES = {
  week: 'Customers by week',
  month: 'Customers by month',
  campaign: 'Customers by campaign',
  source: 'Customers by source',
} as const;

const HINTS = {
  week: 'By the week in which each was first seen. Revenue is all that they have bought since, whenever that was.',
  month:
    'By the month in which each was first seen. Revenue is all that they have bought since, whenever that was.',
  campaign: 'By the campaign of the click that brought each of them. Deleted customers count, too.',
  source: 'By the source of the click that brought each of them. Deleted customers count, too.',
} as const;

function Totals({ cohorts: { totals, currency } }: { cohorts: Cohorts }): JSX.Element {
  return (
    <Stats
      items={[
        ['Customers', formatCount(totals.customers)],
        ['With leads', formatCount(totals.customersWithLeads)],
        [
          'Converted',
          `${formatCount(totals.convertedCustomers)} (${formatRatio(totals.conversionRate)})`,
        ],
        ['Revenue', formatMoney(totals.revenue, currency)],
        ['Average LTV', formatMoney(totals.averageLtv, currency)],
        ['Average order', formatMoney(totals.averageOrderValue, currency)],
      ]}
    />
  );
}

function NoCohorts({ question }: { question: CohortQuestion }): JSX.Element {
  const hasRange = question.start !== null || question.end !== null;
  return (
    <State title={hasRange ? 'Nobody was first seen in these days' : 'No customers yet'}>
      {hasRange && (
        <p>
          <a href={linkOf({ ...question, start: null, end: null })}>All time</a>
        </p>
      )}
    </State>
  );
}
