import type { Command } from 'commander';
import { finished } from 'node:stream/promises';
import { Failure, INTERRUPTED, sentenceOf } from './failure.js';
import { LineImport, type ImportSummary } from './import-lines.js';
import { openInput, type InputFile } from './input-file.js';
import { interruptible } from './interrupt.js';
import { counted, grouped, printable } from './output.js';
import { Progress } from './progress.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

interface ImportOptions extends JsonOption {
  workspace: string;
}

export function addImportCommand(program: Command, shell: Shell): void {
  program
    .command('import')
    .argument('<file>', 'NDJSON file; - reads standard input')
    .description('store customers, clicks, leads, sales, customs and refunds from a file')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Each line is one item of POST /track/batch, applied in the order of the file:
  {"type":"customer","externalId":"user_42","createdAt":"2026-03-01T09:00:00Z"}
  {"type":"click","clickId":"clk_1","linkId":"link_home","occurredAt":"2026-03-01T09:00:00Z"}
  {"type":"sale","externalId":"user_42","amount":4200,"orderId":"o-1","occurredAt":"2026-03-04T12:00:00Z"}

A bad line is reported with its number, and the rest goes on; then the exit code is 1.

It is safe to run again, also after Ctrl-C: what is stored is not stored twice. For that, a lead,
sale or custom without an orderId gets one from its content: two equal lines are one event. Give
an orderId where a customer may do the same thing twice at the same time.

Examples:
  $ npm run -s cli -- import --workspace acme events.ndjson
  $ gunzip -c events.ndjson.gz | npm run -s cli -- import --workspace acme -`,
    )
    .action((file: string, options: ImportOptions) => importFile(shell, file, options));
}

async function importFile(shell: Shell, file: string, options: ImportOptions): Promise<void> {
  const startedAt = performance.now();
  const input = openInput(shell, file);
  const { summary, lastLine, isComplete } = await interruptible((signal) =>
    track(shell, input, options.workspace, signal),
  );
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  shell.output.answer(
    options.json ? JSON.stringify({ ...summary, seconds, isComplete }) : sentence(summary, seconds),
  );
  if (!isComplete) {
    const stopped = `Stopped after line ${grouped(lastLine)}, as asked.`;
    throw new Failure(`${stopped} Run it again to go on: nothing is stored twice.`, INTERRUPTED);
  }
  if (summary.errors > 0) {
    throw new Failure(`${counted(summary.errors, 'line')} could not be imported; see above.`);
  }
}

interface Outcome {
  summary: ImportSummary;
  lastLine: number;
  isComplete: boolean;
}

async function track(
  shell: Shell,
  { stream, bytes }: InputFile,
  slug: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const { GetWorkspace, GiveOutTouches, MAX_EVENTS, TrackBatch, readItem } =
    await import('./messages.js');
  return withService(shell, async ({ commands, queries }) => {
    const workspace = await queries.execute(new GetWorkspace(slug));
    const progress = new Progress(shell.output, 'line');
    const lines = new LineImport({
      batchSize: MAX_EVENTS,
      read: (bytes) => readItem(bytes, workspace.hashSecret),
      track: async (events) => {
        const { results } = await commands.execute(new TrackBatch(workspace, { events }));
        return results;
      },
      onBadLine: ({ line, message }) => {
        progress.say(`line ${String(line)}: ${printable(message)}`);
      },
      onProgress: ({ lines }, part) => {
        progress.at(lines, { part, of: bytes });
      },
      signal,
    });
    // A pipe that nothing comes out of must not keep a Ctrl-C waiting.
    signal.addEventListener('abort', () => stream.destroy(), { once: true });
    try {
      const isComplete = await lines.run(stream);
      await commands.execute(new GiveOutTouches(workspace));
      return { summary: lines.summary, lastLine: lines.lastLine, isComplete };
    } catch (error) {
      if (signal.aborted && isPrematureClose(error)) {
        return { summary: lines.summary, lastLine: lines.lastLine, isComplete: false };
      }
      const place = `Stopped after line ${grouped(lines.lastLine)}`;
      throw new Failure(`${place}: ${sentenceOf(error)} It is safe to run it again.`);
    } finally {
      progress.stop();
      stream.destroy();
      await finished(stream).catch(() => undefined);
    }
  });
}

const isPrematureClose = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

function sentence(summary: ImportSummary, seconds: number): string {
  const { lines, created, updated, duplicates, errors } = summary;
  const counts = [
    `${grouped(created)} created`,
    `${grouped(updated)} updated`,
    counted(duplicates, 'duplicate'),
    counted(errors, 'error'),
  ];
  return `Imported ${counted(lines, 'line')} in ${seconds.toFixed(1)} s: ${counts.join(', ')}.`;
}
