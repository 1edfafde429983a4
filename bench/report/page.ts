import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Result } from '../figure.js';
import { readable } from '../measure/samples.js';
import { plot } from './plot.js';
import { cellsOf, markdownTable } from './table.js';

export interface RunFacts {
  customers: number;
  postgres: string;
}

const DOCS = new URL('../../../docs/', import.meta.url);

/** The page about the last run, and its plot; both are made anew each time. */
export function writePage(results: readonly Result[], facts: RunFacts): void {
  writeFileSync(fileURLToPath(new URL('performance.md', DOCS)), pageOf(results, facts));
  const growing = results.filter(({ growth }) => growth !== undefined);
  if (growing.length > 0) {
    writeFileSync(fileURLToPath(new URL('performance.svg', DOCS)), growthPlot(growing));
  }
}

const growthPlot = (results: readonly Result[]): string =>
  plot(
    'Fresh answers by number of customers',
    { x: 'customers of the workspace, with ten events each', y: 'milliseconds, median' },
    results.map(({ figure, growth = [] }) => ({
      name: figure.replace('growth/', ''),
      points: growth.map(({ customers, median }) => ({ x: customers, y: median })),
    })),
  );

/** Which baseline each group of figures has; equal ones are said once. */
function baselinesOf(results: readonly Result[]): string {
  const figures = new Map<string, string[]>();
  for (const { figure, baselineIs } of results) {
    figures.set(baselineIs, [...(figures.get(baselineIs) ?? []), figure]);
  }
  return [...figures]
    .map(([baseline, names]) => {
      const groups = [...new Set(names.map((name) => name.split('/')[0] ?? name))];
      const which = groups.length === 1 && names.length > 1 ? `${groups[0]}/…` : names.join(', ');
      return `- **${which}**: ${baseline}.`;
    })
    .join('\n');
}

function growthTable(results: readonly Result[]): string {
  const growing = results.filter(({ growth }) => growth !== undefined);
  const sizes = growing[0]?.growth?.map(({ customers }) => customers) ?? [];
  if (sizes.length === 0) return 'The last run did not measure it.';
  const head = [
    'fresh answer',
    ...sizes.map((size) => `${size.toLocaleString('en-US')} customers`),
  ];
  const rows = growing.map(({ figure, growth = [] }) => [
    figure.replace('growth/', ''),
    ...growth.map(({ median }) => `${readable(median)} ms`),
  ]);
  return `![How the median grows with the customers](performance.svg)\n\n${markdownTable([head, ...rows])}`;
}

function verdictOf(results: readonly Result[]): string {
  const missed = results.filter(({ holds }) => !holds);
  if (missed.length === 0) return `All ${results.length} bars hold.`;
  const names = missed.map(({ figure }) => `\`${figure}\``).join(', ');
  return `${results.length - missed.length} of ${results.length} bars hold. Not reached: ${names}.`;
}

function pageOf(results: readonly Result[], { customers, postgres }: RunFacts): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const head = ['figure', 'ratio', 'bar', '', 'service', 'baseline'];
  return `# Performance

<!-- Made by \`npm run bench -- --write\`; do not edit. -->

What the service costs against the plainest thing that does the same work, measured on
${new Date().toISOString().slice(0, 10)} with ${machine}, PostgreSQL ${postgres} and Node.js ${process.versions.node}. The database, the service,
its baseline and the load share the cores. Ratios carry over to other machines, milliseconds do not.

The big workspace has ${customers.toLocaleString('en-US')} customers with ten events each on average: a few have thousands, one has
a hundred thousand. A thousand small workspaces lie beside it. Both sides of a figure are measured in
the same run, in turns; each is given as its median, and in brackets what 95 % of the repetitions stay
within: the p95 of a time, the p5 of a rate.

${verdictOf(results)}

${markdownTable([head, ...results.map(cellsOf)])}

"Fresh" questions are asked with \`Cache-Control: no-cache\`: past the snapshots, over HTTP, with all
checks on. The service runs as in production: a process of its own, log lines to a file, rate limits
counted, 16 connections, a durable PostgreSQL.

## What it is compared with

${baselinesOf(results)}

## How cost grows

${growthTable(results)}

## Measure it yourself

\`\`\`sh
npm run bench                                   # everything: fills a database first, which takes minutes
npm run bench -- --list                         # the names of the figures
npm run bench -- questions search --customers 100000
npm run bench -- --keep .data-bench             # keeps the filled databases for the next run
npm run bench -- --minutes 10 --write           # the run for the record: writes this page
\`\`\`

\`--json\` prints a list of objects with \`figure\`, \`ratio\`, \`bar\`, \`bound\` ("at least" or "at most") and \`holds\`.
A run exits with 0 when everything was measured, whether the bars hold or not.
`;
}
