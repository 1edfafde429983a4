import { parseArguments, USAGE } from './arguments.js';
import { holds, type Figure, type Result } from './figure.js';
import { FIGURES } from './figures/index.js';
import { writePage } from './report/page.js';
import { tableOf } from './report/table.js';
import { Bench } from './server/bench.js';

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

const options = parseArguments(process.argv.slice(2));
if ('fault' in options) {
  say(`${options.fault}\n\n${USAGE}`);
  process.exit(2);
}

const chosen = FIGURES.filter(
  ({ figure }) =>
    options.names.length === 0 || options.names.some((name) => figure.startsWith(name)),
);
if (options.list || chosen.length === 0) {
  process.stdout.write(`${FIGURES.map(({ figure }) => figure).join('\n')}\n`);
  process.exit(options.list ? 0 : 2);
}

async function measure(bench: Bench, chosen: Figure): Promise<Result> {
  const { figure, bar, baseline } = chosen;
  const measured = await chosen.measure(bench);
  return { figure, bar, baselineIs: baseline, holds: holds(measured.ratio, bar), ...measured };
}

const bench = await Bench.start({ ...options, say });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void bench.stop().finally(() => process.exit(130));
  });
}
const results: Result[] = [];
const failed: string[] = [];
try {
  for (const figure of chosen) {
    try {
      const result = await measure(bench, figure);
      results.push(result);
      say(tableOf([result]).split('\n')[1] ?? '');
    } catch (error) {
      // One figure that cannot be measured must not cost the others.
      failed.push(figure.figure);
      say(`${figure.figure}: ${String(error)}`);
    }
  }
  const version = await bench.postgresVersion();
  if (options.write) writePage(results, { customers: options.customers, postgres: version });
} finally {
  await bench.stop();
}

if (options.json) {
  const list = results.map(({ figure, ratio, bar, holds: isReached, ...rest }) => ({
    figure,
    ratio,
    bar: bar.value,
    bound: bar.bound,
    holds: isReached,
    ...rest,
  }));
  process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
} else {
  process.stdout.write(`${tableOf(results)}\n`);
}
process.exit(failed.length > 0 ? 1 : 0);
