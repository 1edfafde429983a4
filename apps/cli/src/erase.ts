import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { Failure } from './failure.js';
import { counted, grouped } from './output.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

interface EraseOptions extends JsonOption {
  workspace: string;
  email?: string;
  externalId?: string;
}

export function addEraseCommand(program: Command, shell: Shell): void {
  program
    .command('erase')
    .description('erase what is kept of a person, also where no customer was ever found for it')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option('--email <email>', 'of the person, in any case')
    .option('--external-id <id>', 'of the person, instead of the email or besides')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Deletes the live customers with that email or externalId, as DELETE /customers/:id does, and takes
identity and metadata from the conversions that are kept under it and belong to no customer.
There is no undo. Sums and totals stay. It may run while the server does, and again.

It says how many rows of each table it has changed. docs/guides/erasure.md has all the rest.

Examples:
  $ npm run -s cli -- erase --workspace acme --email ada@example.com
  $ npm run -s cli -- erase --workspace acme --external-id user_42 --json`,
    )
    .action((options: EraseOptions) => erase(shell, options));
}

async function erase(shell: Shell, options: EraseOptions): Promise<void> {
  const email = options.email?.trim().toLowerCase() ?? '';
  const externalId = options.externalId ?? '';
  if (email === '' && externalId === '') throw new Failure('Give --email or --external-id.');
  const { EraseIdentity, GetWorkspace } = await import('./messages.js');
  const { customers, erased } = await withService(shell, async ({ commands, queries }) => {
    const workspace = await queries.execute(new GetWorkspace(options.workspace));
    const identity = { email: email || null, externalId: externalId || null };
    return commands.execute(new EraseIdentity(workspace, identity, cliActor()));
  });
  if (options.json) {
    shell.output.answer(JSON.stringify({ customers, erased }));
    return;
  }
  shell.output.answer(`Deleted ${counted(customers.length, 'customer')}.`);
  for (const id of customers) shell.output.answer(`  ${id}`);
  shell.output.answer('Rows that were changed or removed:');
  for (const [table, count] of Object.entries(erased)) {
    shell.output.answer(`  ${table}: ${grouped(count)}`);
  }
}
