import type { Command } from 'commander';
import { Failure, INTERRUPTED } from './failure.js';
import { interruptible } from './interrupt.js';
import { counted } from './output.js';
import { openOutput } from './output-file.js';
import { Progress } from './progress.js';
import { JSON_OPTION, type JsonOption, type Shell } from './shell.js';

export function addBackupCommand(program: Command, shell: Shell): void {
  program
    .command('backup')
    .argument('<file>', 'file to write; - writes standard output')
    .description(
      'write all data into one file, as it is at one moment, while the server runs or not',
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
The file has every row of every table, compressed, and a checksum. It needs no tool of PostgreSQL.
It appears under its name only when it is whole, and only its owner may read it: it has all that is
known of the customers, and the secret that visitors are hashed with.

Migrations wait while it is written; nothing else does. restore puts it into an empty database.

Examples:
  $ npm run -s cli -- backup customers.backup
  $ npm run -s cli -- backup - | ssh backup.example.com 'cat > customers.backup'`,
    )
    .action((file: string, options: JsonOption) => backup(shell, file, options));
}

async function backup(shell: Shell, file: string, { json }: JsonOption): Promise<void> {
  const startedAt = performance.now();
  const { onDatabase, writeBackup } = await import('./whole-database.js');
  const output = openOutput(shell, file);
  const progress = new Progress(shell.output, 'row');
  const { tables, migrations } = await interruptible(async (signal) => {
    try {
      const header = await onDatabase(shell, (url) =>
        writeBackup({
          url,
          output: output.stream,
          signal,
          onProgress: (rows, of) => {
            progress.at(rows, { part: rows, of });
          },
        }),
      );
      output.keep();
      return header;
    } catch (error) {
      output.discard();
      if (signal.aborted)
        throw new Failure('Stopped, as asked: nothing is backed up.', INTERRUPTED);
      throw error;
    } finally {
      progress.stop();
    }
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  const { answer, say } = shell.output;
  // What goes to standard output is the back-up then.
  const tell = file === '-' ? say : answer;
  tell(
    json
      ? JSON.stringify({ rows, tables: tables.length, migration: migrations.at(-1), seconds })
      : `Backed up ${counted(rows, 'row')} of ${counted(tables.length, 'table')} in ${seconds.toFixed(1)} s.`,
  );
}
