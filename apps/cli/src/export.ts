import type { Command } from 'commander';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure, sentenceOf } from './failure.js';
import { interruptible } from './interrupt.js';
import { counted } from './output.js';
import { Progress } from './progress.js';
import { openRows } from './rows-file.js';
import type { Service } from './service.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

const INTERRUPTED = 130;
const NOUNS = { customers: 'customer', conversions: 'conversion', clicks: 'click' };
type Exportable = keyof typeof NOUNS;

/** Options by the parameters of the routes; which of them an export takes, its DTO says. */
const FILTERS: Record<string, string> = {
  search: 'customers: a part of externalId, email or name',
  firstSeenStart: 'customers: first seen from this day or instant on',
  firstSeenEnd: 'customers: first seen up to this day or instant',
  hasCampaign: 'customers: true or false',
  hasSource: 'customers: true or false',
  campaignId: 'customers and clicks: of this campaign',
  source: 'customers and clicks: from this source',
  linkId: 'clicks: on this link',
  type: 'conversions: lead, sale or custom',
  status: 'conversions: where they stand',
  customerId: 'conversions: of this customer, cus_… or ext_…',
  orderId: 'conversions: with this orderId',
  stitched: 'conversions: true or false',
  start: 'conversions and clicks: from this day or instant on',
  end: 'conversions and clicks: up to this day or instant',
  cursor: 'go on behind the line with this cursor',
};

const optionOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <value>`;

interface ExportOptions extends JsonOption {
  workspace: string;
  format: string;
  [filter: string]: string | boolean | undefined;
}

export function addExportCommand(program: Command, shell: Shell): void {
  const command = program
    .command('export')
    .argument('<what>', 'customers, conversions or clicks')
    .argument('<file>', 'file to write; - writes to standard output')
    .description('write customers, conversions or clicks to a file')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option('--format <format>', 'csv, or ndjson: lines that an import takes', 'csv')
    .option(...JSON_OPTION);
  for (const [name, text] of Object.entries(FILTERS)) command.option(optionOf(name), text);
  command
    .addHelpText(
      'after',
      `
The filters are those of the lists. All rows are of one moment, however long it takes. A file that is
there is written over; with --cursor, lines are added to it.

Examples:
  $ npm run -s cli -- export --workspace acme customers customers.csv
  $ npm run -s cli -- export --workspace acme conversions sales.csv --type sale --start 2026-03-01
  $ npm run -s cli -- export --workspace acme clicks - --format ndjson | gzip > clicks.ndjson.gz`,
    )
    .action((what: string, file: string, options: ExportOptions) =>
      exportFile(shell, what, file, options),
    );
}

const isExportable = (what: string): what is Exportable => Object.hasOwn(NOUNS, what);

async function exportFile(
  shell: Shell,
  what: string,
  file: string,
  options: ExportOptions,
): Promise<void> {
  if (!isExportable(what)) {
    throw new Failure(`There is no export of ${what}: customers, conversions or clicks.`);
  }
  const startedAt = performance.now();
  const { rows, isComplete } = await interruptible((signal) =>
    withService(shell, (service) => write(shell, service, { what, file, options, signal })),
  );
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  const sentence = `Exported ${counted(rows, NOUNS[what])} in ${seconds.toFixed(1)} s.`;
  // Standard output has the rows.
  const tell = file === '-' ? shell.output.say : shell.output.answer;
  tell(options.json ? JSON.stringify({ rows, seconds, isComplete }) : sentence);
  if (!isComplete) throw new Failure('Stopped, as asked: the file is not complete.', INTERRUPTED);
}

interface Wanted {
  what: Exportable;
  file: string;
  options: ExportOptions;
  signal: AbortSignal;
}

async function write(
  shell: Shell,
  service: Service,
  { what, file, options, signal }: Wanted,
): Promise<{ rows: number; isComplete: boolean }> {
  const { GetWorkspace } = await import('./messages.js');
  const workspace = await service.queries.execute(new GetWorkspace(options.workspace));
  const { open } = await import('./open-export.js');
  const { found, total } = await open(service, workspace, what, paramsOf(options));
  const progress = new Progress(shell.output, NOUNS[what]);
  const watch = new PassThrough().on('data', () => {
    progress.at(found.rows, { part: found.rows, of: total });
  });
  try {
    const output = openRows(shell, file, options['cursor'] !== undefined);
    await pipeline(found.stream, watch, output, { signal });
    return { rows: found.rows, isComplete: true };
  } catch (error) {
    if (signal.aborted) return { rows: found.rows, isComplete: false };
    // `cli … | head` closes the pipe early, which is no failure.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') {
      return { rows: found.rows, isComplete: true };
    }
    throw new Failure(`Stopped after ${counted(found.rows, NOUNS[what])}: ${sentenceOf(error)}`);
  } finally {
    // It holds a connection, also when the file could not be opened.
    found.stream.destroy();
    progress.stop();
  }
}

/** What was given, as a query would have it. */
const paramsOf = (options: ExportOptions): Record<string, unknown> =>
  Object.fromEntries(
    ['format', ...Object.keys(FILTERS)]
      .map((name) => [name, options[name]])
      .filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
