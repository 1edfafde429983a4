import { dayNumberOf, dayOf, dayText } from '@app/platform';
import { startBareFastify } from '../baselines/bare-fastify.js';
import { atLeast, type Figure, type Measured } from '../figure.js';
import { TIMEZONE } from '../fill/workspaces.js';
import { alternateRates } from '../measure/alternate.js';
import type { Request } from '../measure/http-connection.js';
import type { Bench } from '../server/bench.js';
import { CALLER } from '../server/service.js';

const CALLERS = 16;
const SECONDS = 1.5;
const ROUNDS = 5;

/** A time cohort is some 195 bytes: this many days of them, by month or by week. */
const daysOf = (cohorts: number, days: number): string =>
  dayText(dayNumberOf(dayOf(new Date(), TIMEZONE)) - Math.round(cohorts * days));

async function measure(bench: Bench, path: string): Promise<Measured> {
  const { service } = await bench.reading();
  const { body } = await service.call({ method: 'GET', path });
  const bare = await startBareFastify({ answers: 'object', json: body.toString() });
  try {
    const run = (url: string, request: Omit<Request, 'method'>): Promise<number> =>
      bench.load
        .run({
          url,
          callers: CALLERS,
          seconds: SECONDS,
          requests: [{ method: 'GET', ...request }],
        })
        .then(({ perSecond }) => perSecond);
    const ours = (): Promise<number> => run(service.url, { path, headers: CALLER });
    const theirs = (): Promise<number> => run(bare.url, { path: '/answer' });
    await ours();
    await theirs();
    const [mine, baseline] = await alternateRates([ours, theirs], ROUNDS);
    if (!mine || !baseline) throw new Error('Both sides are measured.');
    const ratio = mine.median / baseline.median;
    return { ratio, unit: 'requests/s', service: mine, baseline };
  } finally {
    await bare.stop();
  }
}

const BASELINE =
  'a Fastify app of one route that serialises the same object, without log, checks or limits, under the same load';

export const cachedAnswerFigures: Figure[] = [
  {
    figure: 'cached/2-kb',
    bar: atLeast(1),
    baseline: BASELINE,
    measure: (bench) =>
      measure(bench, `/customers/cohorts?group_by=month&start=${daysOf(8, 30.5)}`),
  },
  {
    figure: 'cached/20-kb',
    bar: atLeast(1),
    baseline: BASELINE,
    measure: (bench) => measure(bench, `/customers/cohorts?group_by=week&start=${daysOf(100, 7)}`),
  },
];
