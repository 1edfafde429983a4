import { startBareFastify } from '../baselines/bare-fastify.js';
import { atLeast, type Figure, type Measured } from '../figure.js';
import { BIG_WORKSPACE } from '../fill/workspaces.js';
import { alternateRates } from '../measure/alternate.js';
import type { Bench } from '../server/bench.js';
import { CALLER } from '../server/service.js';
import { someCustomers } from './some-customers.js';

const CALLERS = 16;
/** As the service's pool is by default. */
const CONNECTIONS = 16;
const SECONDS = 1.5;
const ROUNDS = 5;

async function measure(bench: Bench): Promise<Measured> {
  const { service, plain, databaseUrl } = await bench.reading();
  const ids = await someCustomers(plain, 500);
  const bare = await startBareFastify({
    answers: 'customer',
    databaseUrl,
    workspaceId: BIG_WORKSPACE,
    connections: CONNECTIONS,
  });
  try {
    const run = (url: string, headers: Record<string, string>): Promise<number> =>
      bench.load
        .run({
          url,
          callers: CALLERS,
          seconds: SECONDS,
          requests: ids.map((id) => ({ method: 'GET', path: `/customers/${id}`, headers })),
        })
        .then(({ perSecond }) => perSecond);
    const ours = (): Promise<number> => run(service.url, CALLER);
    const theirs = (): Promise<number> => run(bare.url, {});
    await ours();
    await theirs();
    const [mine, baseline] = await alternateRates([ours, theirs], ROUNDS);
    if (!mine || !baseline) throw new Error('Both sides are measured.');
    return {
      ratio: mine.median / baseline.median,
      unit: 'requests/s',
      service: mine,
      baseline,
    };
  } finally {
    await bare.stop();
  }
}

export const getCustomerFigures: Figure[] = [
  {
    figure: 'customer/get',
    bar: atLeast(0.6),
    baseline:
      'a Fastify app of one route that runs the same prepared query on a pool of as many connections and answers the same JSON, without log, checks or limits',
    measure,
  },
];
