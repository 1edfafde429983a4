import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { counted, grouped } from './output.js';
import { Progress } from './progress.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

interface RecalculateOptions extends JsonOption {
  workspace: string;
}

export function addRecalculateCommand(program: Command, shell: Shell): void {
  program
    .command('recalculate')
    .description('recompute every customer of a workspace from its events')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Customers are kept up to date by every write: a recalculation should change none. It says how
many it changed, deleted customers included, and may run while the server does.

Example:
  $ npm run -s cli -- recalculate --workspace acme`,
    )
    .action((options: RecalculateOptions) => recalculate(shell, options));
}

async function recalculate(shell: Shell, options: RecalculateOptions): Promise<void> {
  const { GetWorkspace, RecalculateAll } = await import('./messages.js');
  const progress = new Progress(shell.output, 'customer');
  const { customers, changed } = await withService(shell, async ({ commands, queries }) => {
    const workspace = await queries.execute(new GetWorkspace(options.workspace));
    const onProgress = (done: { customers: number; total: number }): void => {
      progress.at(done.customers, { part: done.customers, of: done.total });
    };
    const message = new RecalculateAll(workspace, onProgress, cliActor());
    return commands.execute(message).finally(() => {
      progress.stop();
    });
  });
  shell.output.answer(
    options.json
      ? JSON.stringify({ customers, changed })
      : `Recalculated ${counted(customers, 'customer')}, ${grouped(changed)} of them changed.`,
  );
}
