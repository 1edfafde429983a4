import { counted, grouped } from './output.js';
import { Progress } from './progress.js';
import { JSON_OPTION, withService } from './shell.js';
export function addRecalculateCommand(program, shell) {
    program
        .command('recalculate')
        .description('recompute every customer of a workspace from its events')
        .requiredOption('--workspace <slug>', 'the workspace')
        .option(...JSON_OPTION)
        .addHelpText('after', `
Customers are kept up to date by every write: a recalculation should change none. It says how
many it changed, deleted customers included, and may run while the server does.

Example:
  $ npm run -s cli -- recalculate --workspace acme`)
        .action((options) => recalculate(shell, options));
}
async function recalculate(shell, options) {
    const { GetWorkspace, RecalculateAll } = await import('./messages.js');
    const progress = new Progress(shell.output, 'customer');
    const { customers, changed } = await withService(shell, async ({ commands, queries }) => {
        const workspace = await queries.execute(new GetWorkspace(options.workspace));
        const message = new RecalculateAll(workspace, (done) => {
            progress.at(done.customers, { part: done.customers, of: done.total });
        });
        return commands.execute(message).finally(() => {
            progress.stop();
        });
    });
    shell.output.answer(options.json
        ? JSON.stringify({ customers, changed })
        : `Recalculated ${counted(customers, 'customer')}, ${grouped(changed)} of them changed.`);
}
//# sourceMappingURL=recalculate.js.map