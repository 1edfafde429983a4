import type { Command } from 'commander';
import { Failure, INTERRUPTED, sentenceOf } from './failure.js';
import { openInput } from './input-file.js';
import { interruptible } from './interrupt.js';
import { counted } from './output.js';
import { Progress } from './progress.js';
import { JSON_OPTION, type JsonOption, type Shell } from './shell.js';

export function addRestoreCommand(program: Command, shell: Shell): void {
  program
    .command('restore')
    .argument('<file>', 'file that backup wrote; - reads standard input')
    .description('put a back-up into an empty database: all of it, or nothing')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
The database must be empty and have the migrations that the back-up was made with: restore it with
the version of the service that made it, and update afterwards. A file that is cut off or damaged
changes nothing. An empty embedded database is a new DATA_DIR; start it with DEMO=off afterwards,
or there will be a demo workspace beside what was restored.

Delete again who was deleted since the back-up was made, and run doctor.

Examples:
  $ DATABASE_URL=postgres://… npm run -s cli -- restore customers.backup
  $ DATA_DIR=.restored npm run -s cli -- restore customers.backup
  $ ssh backup.example.com 'cat customers.backup' | npm run -s cli -- restore -`,
    )
    .action((file: string, options: JsonOption) => restore(shell, file, options));
}

async function restore(shell: Shell, file: string, { json }: JsonOption): Promise<void> {
  const startedAt = performance.now();
  const { BackupError, onMigratedDatabase, restoreBackup } = await import('./whole-database.js');
  const { stream } = openInput(shell, file);
  const progress = new Progress(shell.output, 'row');
  const { tables, createdAt } = await interruptible(async (signal) => {
    try {
      return await onMigratedDatabase(shell, (url) =>
        restoreBackup({
          url,
          input: stream,
          signal,
          onProgress: (rows, of) => {
            progress.at(rows, { part: rows, of });
          },
        }),
      );
    } catch (error) {
      if (signal.aborted) throw new Failure('Stopped, as asked: nothing is restored.', INTERRUPTED);
      const name = file === '-' ? 'Standard input' : file;
      if (error instanceof BackupError) throw new Failure(`${name} ${sentenceOf(error)}.`);
      throw error;
    } finally {
      progress.stop();
      stream.destroy();
    }
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  shell.output.answer(
    json
      ? JSON.stringify({ rows, tables: tables.length, createdAt, seconds })
      : `Restored ${counted(rows, 'row')} of ${counted(tables.length, 'table')}, as of ${createdAt}, in ${seconds.toFixed(1)} s.`,
  );
}
