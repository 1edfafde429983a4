import {
  LocalCalendar,
  addMonths,
  dayNumberOf,
  dayOf,
  endOfDay,
  firstDayOfMonth,
  firstDayOfWeek,
  monthNumberOf,
  monthOf,
  startOfDay,
  startOfMonth,
  weekNumberOf,
} from '@app/platform';
import type { Client } from 'pg';
import { BIG_WORKSPACE, TIMEZONE } from '../fill/workspaces.js';
import {
  COHORTS_BY_ORIGIN,
  COHORTS_BY_PERIOD,
  COHORTS_EXTENT,
  COHORTS_RETENTION,
} from '../plain-sql/cohorts.js';
import { LTV_COHORTS } from '../plain-sql/ltv-cohorts.js';

interface CohortsAsked {
  question: 'cohorts';
  groupBy: 'week' | 'month' | 'campaign' | 'source';
  /** Days, both in the range. */
  start?: string;
  end?: string;
  periods?: number;
}

interface LtvCohortsAsked {
  question: 'ltv-cohorts';
  groupBy: 'month' | 'campaign' | 'source';
  months: number;
  /** A day; now without it. */
  asOf?: string;
}

export type Asked = CohortsAsked | LtvCohortsAsked;

/** The request for a question. */
export function pathOf(asked: Asked): string {
  const { question, groupBy, ...rest } = asked;
  const parameters = Object.entries(rest).map(([name, value]) => `&${name}=${value}`);
  return `/customers/${question}?group_by=${groupBy}${parameters.join('')}`;
}

/** Asks the events, with the statements that the service had for it before there were rollups. */
export async function askPlainly(client: Client, asked: Asked): Promise<void> {
  await (asked.question === 'cohorts' ? askCohorts(client, asked) : askLtv(client, asked));
}

type Run = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>;

/** Named by its text, so that a connection parses it once, as the service's statements. */
const runOn =
  (client: Client): Run =>
  async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>({ name: nameOf(text), text, values })).rows;

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `plain-${names.size}`;
  names.set(text, name);
  return name;
}

async function askCohorts(client: Client, asked: CohortsAsked): Promise<void> {
  const run = runOn(client);
  const range = [
    BIG_WORKSPACE,
    asked.start ? startOfDay(asked.start, TIMEZONE) : '-infinity',
    asked.end ? endOfDay(asked.end, TIMEZONE) : 'infinity',
  ];
  if (asked.groupBy === 'campaign' || asked.groupBy === 'source') {
    await run(COHORTS_BY_ORIGIN[asked.groupBy], range);
    return;
  }
  const [extent] = await run<{ first: Date }>(COHORTS_EXTENT, range);
  const starts = periodStarts(asked.groupBy, extent?.first ?? new Date(), new Date());
  await run(COHORTS_BY_PERIOD, [...range, starts]);
  if (asked.periods) await run(COHORTS_RETENTION, [...range, starts, asked.periods]);
}

async function askLtv(client: Client, asked: LtvCohortsAsked): Promise<void> {
  const run = runOn(client);
  const asOf = asked.asOf ? new Date(endOfDay(asked.asOf, TIMEZONE).getTime() - 1) : new Date();
  const first = startOfMonth(addMonths(monthOf(asOf, TIMEZONE), 1 - asked.months), TIMEZONE);
  const values = [BIG_WORKSPACE, first, asOf, periodStarts('month', first, asOf)];
  const { cohorts, spending } = LTV_COHORTS[asked.groupBy];
  const found = await run<{ key: number | string | null }>(cohorts, values);
  const keys = found.map(({ key }) => key).filter((key) => key !== null);
  await run(spending, [...values, keys]);
}

/** The first instants of the weeks or months from one instant to another. */
function periodStarts(unit: 'week' | 'month', from: Date, to: Date): Date[] {
  const calendar = LocalCalendar.of(TIMEZONE);
  const numberOf = (at: Date): number => {
    const day = dayNumberOf(dayOf(at, TIMEZONE));
    return unit === 'week' ? weekNumberOf(day) : monthNumberOf(day);
  };
  const first = numberOf(from);
  return Array.from({ length: numberOf(to) - first + 1 }, (_, index) =>
    calendar.startOf(
      unit === 'week' ? firstDayOfWeek(first + index) : firstDayOfMonth(first + index),
    ),
  );
}
