import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './audit.js';
import { addBackupCommand } from './backup.js';
import { addDoctorCommand } from './doctor.js';
import { addEraseCommand } from './erase.js';
import { addExportCommand } from './export.js';
import { Failure, sentenceOf } from './failure.js';
import { addImportCommand } from './import.js';
import { addKeyCommands } from './key.js';
import { addMigrateCommand } from './migrate.js';
import { addOpenApiCommand } from './openapi.js';
import { projectVersion } from './project.js';
import { addRatesCommands } from './rates.js';
import { addRecalculateCommand } from './recalculate.js';
import { addRestoreCommand } from './restore.js';
import type { Shell } from './shell.js';
import { addWorkspaceCommands } from './workspace.js';

/** Runs one command line; answers the exit code. All failures end here, in one line each. */
export async function run(args: string[], shell: Shell): Promise<number> {
  try {
    await programOf(shell).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said by now what it has to say.
    if (error instanceof CommanderError) return error.exitCode;
    shell.output.say(`error: ${sentenceOf(error)}`);
    const level = shell.environment['LOG_LEVEL'];
    if ((level === 'debug' || level === 'trace') && error instanceof Error) {
      shell.output.say(error.stack ?? '');
    }
    return error instanceof Failure ? error.exitCode : 1;
  }
}

function programOf(shell: Shell): Command {
  const { output } = shell;
  const program = new Command('npm run -s cli --')
    .description(
      `The command line of the Customers API. Answers go to standard output, progress and
failures to standard error; the exit code is 0, or 1 after a failure.`,
    )
    .version(projectVersion())
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => {
        output.answer(text.trimEnd());
      },
      writeErr: (text) => {
        output.say(text.trimEnd());
      },
      outputError: (text, write) => {
        write(text.trim().replace(/\s*\n\s*/g, ' '));
      },
    });
  addWorkspaceCommands(program, shell);
  addKeyCommands(program, shell);
  addImportCommand(program, shell);
  addExportCommand(program, shell);
  addRatesCommands(program, shell);
  addRecalculateCommand(program, shell);
  addDoctorCommand(program, shell);
  addEraseCommand(program, shell);
  addAuditCommand(program, shell);
  addBackupCommand(program, shell);
  addRestoreCommand(program, shell);
  addOpenApiCommand(program, shell);
  addMigrateCommand(program, shell);
  return program.addHelpText(
    'after',
    `
It works on the database that the server uses, while it runs or not: the one of DATABASE_URL, or
the embedded one in DATA_DIR. docs/reference/configuration.md has all variables.

Examples:
  $ npm run -s cli -- workspace create --slug acme
  $ npm run -s cli -- key create --workspace acme
  $ npm run -s cli -- import --workspace acme events.ndjson
  $ npm run -s cli -- import --help`,
  );
}
