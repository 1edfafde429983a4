import type { Workspace } from '@app/workspaces';
import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { Failure } from './failure.js';
import { table } from './output.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

/** A workspace's settings: neither the secret that its visitors are hashed with nor our own state. */
const shown = ({
  hashSecret: _hashSecret,
  rollupsBuiltAt: _builtAt,
  ...settings
}: Workspace): object => settings;

interface SettingOptions extends JsonOption {
  plan?: string;
  timezone?: string;
  attributionWindowDays?: number;
}

interface CreateOptions extends SettingOptions {
  slug: string;
  name?: string;
  currency?: string;
}

const DAYS = [
  '--attribution-window-days <days>',
  'how long a touch before a conversion can earn credit, 1 to 365',
  (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NaN),
] as const;

export function addWorkspaceCommands(program: Command, shell: Shell): void {
  const workspace = program
    .command('workspace')
    .description('make, list and change workspaces, the tenants of the service');

  workspace
    .command('create')
    .description('make a workspace; prints its id')
    .requiredOption('--slug <slug>', 'short name for this command line: a-z, 0-9 and - inside')
    .option('--name <name>', 'name for people (default: the slug)')
    .option('--plan <plan>', 'starter, pro or enterprise; starter has no revenue tracking', 'pro')
    .option('--timezone <zone>', 'IANA time zone that its days begin in (default: UTC)')
    .option('--currency <code>', 'ISO 4217 reporting currency, for ever (default: USD)')
    .option(...DAYS)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
The plan is pro unless you say otherwise: it includes revenueTracking, which the routes
/customers, /track and /conversions need. On starter they answer 403.

Examples:
  $ npm run -s cli -- workspace create --slug acme
  $ npm run -s cli -- workspace create --slug acme-eu --name "Acme Europe" --currency EUR \\
      --timezone Europe/Berlin --attribution-window-days 60`,
    )
    .action((options: CreateOptions) => create(shell, options));

  workspace
    .command('list')
    .description('list all workspaces')
    .option(...JSON_OPTION)
    .addHelpText('after', '\nExample:\n  $ npm run -s cli -- workspace list --json')
    .action((options: JsonOption) => list(shell, options));

  workspace
    .command('update')
    .argument('<slug>', 'the workspace')
    .description('change the plan, time zone or attribution window of a workspace')
    .option('--plan <plan>', 'starter, pro or enterprise')
    .option('--timezone <zone>', 'IANA time zone that its days begin in')
    .option(...DAYS)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
A currency cannot be changed: what is stored has been converted to it. With a new time zone, all
that is summed up by days is computed anew; writes of the workspace wait until it is.

Example:
  $ npm run -s cli -- workspace update acme --plan enterprise`,
    )
    .action((slug: string, options: SettingOptions) => update(shell, slug, options));
}

async function create(shell: Shell, options: CreateOptions): Promise<void> {
  const { json, ...settings } = options;
  const { CreateWorkspace } = await import('./messages.js');
  const workspace = await withService(shell, ({ commands }) =>
    commands.execute(new CreateWorkspace(settings, cliActor())),
  );
  shell.output.answer(json ? JSON.stringify(shown(workspace)) : workspace.id);
}

async function list(shell: Shell, { json }: JsonOption): Promise<void> {
  const { ListWorkspaces } = await import('./messages.js');
  const workspaces = await withService(shell, ({ queries }) =>
    queries.execute(new ListWorkspaces()),
  );
  if (json) {
    shell.output.answer(JSON.stringify(workspaces.map(shown)));
  } else if (workspaces.length === 0) {
    shell.output.say('There is no workspace yet: make one with workspace create --slug <slug>.');
  } else {
    shell.output.answer(table(workspaces.map(rowOf)));
  }
}

async function update(shell: Shell, slug: string, options: SettingOptions): Promise<void> {
  const { json, timezone, ...changes } = options;
  if (timezone === undefined && Object.keys(changes).length === 0) {
    throw new Failure('Give at least one of --plan, --timezone and --attribution-window-days.');
  }
  const actor = cliActor();
  const { ChangeTimezone, UpdateWorkspace } = await import('./messages.js');
  const workspace = await withService(shell, async ({ commands }) => {
    const updated = await commands.execute(new UpdateWorkspace(slug, changes, actor));
    if (timezone === undefined) return updated;
    return commands.execute(new ChangeTimezone(slug, timezone, actor));
  });
  shell.output.answer(json ? JSON.stringify(shown(workspace)) : table([rowOf(workspace)]));
}

const rowOf = (workspace: Workspace): Record<string, string> => ({
  slug: workspace.slug,
  id: workspace.id,
  name: workspace.name,
  plan: workspace.plan,
  timezone: workspace.timezone,
  currency: workspace.currency,
  'attribution window': `${String(workspace.attributionWindowDays)} d`,
  created: workspace.createdAt.toISOString(),
});
