import { dayNumberOf, dayOf, dayText } from '@app/platform';
import { askPlainly, pathOf, type Asked } from '../baselines/plain-questions.js';
import { atLeast, atMost, type Bar, type Figure, type Measured } from '../figure.js';
import { TIMEZONE } from '../fill/workspaces.js';
import { alternate, alternateUneven } from '../measure/alternate.js';
import { requestBytes } from '../measure/http-connection.js';
import type { Bench, Stage } from '../server/bench.js';
import { CALLER } from '../server/service.js';

const today = dayNumberOf(dayOf(new Date(), TIMEZONE));
const daysAgo = (days: number): string => dayText(today - days);

/** Whole history, by time of first sight. */
const BY_TIME: Record<string, Asked> = {
  'ltv-cohorts': { question: 'ltv-cohorts', groupBy: 'month', months: 24 },
  'cohorts-by-week': { question: 'cohorts', groupBy: 'week' },
  'cohorts-by-week-with-periods': { question: 'cohorts', groupBy: 'week', periods: 26 },
  'cohorts-by-month': { question: 'cohorts', groupBy: 'month' },
  'cohorts-by-month-with-periods': { question: 'cohorts', groupBy: 'month', periods: 24 },
};

/** Whole history, by origin. */
const BY_ORIGIN: Record<string, Asked> = {
  'cohorts-by-campaign': { question: 'cohorts', groupBy: 'campaign' },
  'cohorts-by-source': { question: 'cohorts', groupBy: 'source' },
  'ltv-cohorts-by-campaign': { question: 'ltv-cohorts', groupBy: 'campaign', months: 24 },
  'ltv-cohorts-by-source': { question: 'ltv-cohorts', groupBy: 'source', months: 24 },
};

// Neither end is the first or last day of a week or month, if it can be helped.
const days = (from: number, count: number): { start: string; end: string } => ({
  start: daysAgo(from),
  end: daysAgo(from - count + 1),
});

/** Days that begin and end inside of weeks and months. */
const LONG_RANGES: Record<string, Asked> = {
  'cohorts-by-week-90-days': { question: 'cohorts', groupBy: 'week', ...days(150, 90) },
  'cohorts-by-month-200-days-with-periods': {
    question: 'cohorts',
    groupBy: 'month',
    periods: 12,
    ...days(310, 200),
  },
  'cohorts-by-campaign-90-days': { question: 'cohorts', groupBy: 'campaign', ...days(150, 90) },
  'cohorts-by-source-365-days': { question: 'cohorts', groupBy: 'source', ...days(400, 365) },
};

/** Short ranges, each with the same question over the whole history. */
const SHORT_RANGES: Record<string, [short: Asked, full: Asked]> = Object.fromEntries(
  (
    [
      ['cohorts-by-week', { ...days(24, 10) }, 'cohorts-by-week-10-days'],
      ['cohorts-by-week-with-periods', days(73, 40), 'cohorts-by-week-with-periods-40-days'],
      ['cohorts-by-month-with-periods', days(73, 40), 'cohorts-by-month-with-periods-40-days'],
      ['cohorts-by-campaign', days(24, 10), 'cohorts-by-campaign-10-days'],
      ['cohorts-by-source', days(73, 40), 'cohorts-by-source-40-days'],
      ['ltv-cohorts', { months: 3 }, 'ltv-cohorts-3-months'],
      ['ltv-cohorts-by-campaign', { months: 3 }, 'ltv-cohorts-by-campaign-3-months'],
      ['ltv-cohorts', { asOf: daysAgo(45) }, 'ltv-cohorts-as-of-mid-month'],
    ] as const
  ).map(([full, narrowed, name]) => {
    const whole = { ...BY_TIME, ...BY_ORIGIN }[full];
    if (!whole) throw new Error(`${full} is no question.`);
    return [name, [{ ...whole, ...narrowed }, whole]];
  }),
);

/** Asks the service afresh, past its snapshots, with all checks on. */
function askFresh({ http }: Stage, asked: Asked): () => Promise<void> {
  const headers = { ...CALLER, 'Cache-Control': 'no-cache' };
  const bytes = requestBytes({ method: 'GET', path: pathOf(asked), headers });
  return async () => {
    const { status, body } = await http.send(bytes);
    if (status !== 200) throw new Error(`${pathOf(asked)}: ${status} ${body.toString()}`);
  };
}

async function againstPlainSql(bench: Bench, asked: Asked): Promise<Measured> {
  const stage = await bench.reading();
  const { slow, quick } = await alternateUneven(
    () => askPlainly(stage.plain, asked),
    askFresh(stage, asked),
    10,
    { atLeast: 3, atMost: 9, seconds: 12 },
  );
  return { ratio: slow.median / quick.median, unit: 'ms', service: quick, baseline: slow };
}

async function againstFullRange(bench: Bench, short: Asked, full: Asked): Promise<Measured> {
  const stage = await bench.reading();
  const [service, baseline] = await alternate([askFresh(stage, short), askFresh(stage, full)], {
    atLeast: 5,
    atMost: 200,
    seconds: 3,
  });
  if (!service || !baseline) throw new Error('Both sides are measured.');
  return { ratio: service.median / baseline.median, unit: 'ms', service, baseline };
}

/** From a hundredth over a tenth to all customers; the bar is for the last step. */
async function growthOf(bench: Bench, asked: Asked): Promise<Measured> {
  const sizes = [100, 10, 1].map((part) => Math.max(100, Math.round(bench.customers / part)));
  const stages: Stage[] = [];
  for (const size of sizes) stages.push(await bench.reading(size));
  const found = await alternate(
    stages.map((stage) => askFresh(stage, asked)),
    { atLeast: 5, atMost: 200, seconds: 4 },
  );
  const growth = found.map(({ median }, index) => ({ customers: sizes[index] ?? 0, median }));
  const [, baseline, service] = found;
  if (!service || !baseline) throw new Error('All sizes are measured.');
  return { ratio: service.median / baseline.median, unit: 'ms', service, baseline, growth };
}

const PLAIN =
  `the SQL that the service ran for it before there were rollups, over customers and events, on a plain
  connection to the same server: prepared, planned for its values, without HTTP and without the fold of its rows`.replace(
    /\s+/g,
    ' ',
  );

const plainFigures = (group: string, questions: Record<string, Asked>, bar: Bar): Figure[] =>
  Object.entries(questions).map(([name, asked]) => ({
    figure: `${group}/${name}`,
    bar,
    baseline: PLAIN,
    measure: (bench) => againstPlainSql(bench, asked),
  }));

export const questionFigures: Figure[] = [
  ...plainFigures('questions', BY_TIME, atLeast(100)),
  ...plainFigures('origins', BY_ORIGIN, atLeast(50)),
  ...plainFigures('ranges', LONG_RANGES, atLeast(50)),
  ...Object.entries(SHORT_RANGES).map(([name, [short, full]]) => ({
    figure: `short-ranges/${name}`,
    bar: atMost(2),
    baseline: 'the same question over the whole history, fresh, from the same service',
    measure: (bench: Bench) => againstFullRange(bench, short, full),
  })),
  ...Object.entries({ ...BY_TIME, ...BY_ORIGIN, ...LONG_RANGES }).map(([name, asked]) => ({
    figure: `growth/${name}`,
    bar: atMost(2),
    baseline: 'the same question to a second service on a database with a tenth of the customers',
    measure: (bench: Bench) => growthOf(bench, asked),
  })),
];
