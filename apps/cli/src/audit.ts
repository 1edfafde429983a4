import type { AuditEntry } from '@app/workspaces';
import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { parseDuration } from './duration.js';
import { Failure } from './failure.js';
import { counted, table } from './output.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

interface AuditOptions extends JsonOption {
  workspace: string;
  since?: string;
  until?: string;
  action?: string;
  prune?: boolean;
}

export function addAuditCommand(program: Command, shell: Shell): void {
  program
    .command('audit')
    .description('list who changed keys and settings, deleted customers, or exported them')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option('--since <when>', 'a timestamp, or how long ago: 30m, 24h, 7d (default: all)')
    .option('--until <when>', 'the same; what happened then is left out (default: now)')
    .option('--action <action>', 'one action, such as key.created or customer.deleted')
    .option('--prune', 'delete what happened before --until; this is written down, too')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Actions: workspace.created, workspace.updated, key.created, key.rotated, key.revoked,
customer.deleted, identity.erased, recalculation.started, recalculation.finished,
repair.started, repair.finished, export.made, audit.pruned

Entries have ids and numbers only, and are kept until they are pruned.

Examples:
  $ npm run -s cli -- audit --workspace acme --since 7d
  $ npm run -s cli -- audit --workspace acme --action customer.deleted --json
  $ npm run -s cli -- audit --workspace acme --prune --until 730d`,
    )
    .action((options: AuditOptions) => (options.prune ? prune : list)(shell, options));
}

async function list(shell: Shell, options: AuditOptions): Promise<void> {
  const { GetWorkspace, ListAuditEntries } = await import('./messages.js');
  const selection = {
    since: await instantOf('--since', options.since),
    until: await instantOf('--until', options.until),
    action: options.action,
  };
  const entries = await withService(shell, async ({ queries }) => {
    const workspace = await queries.execute(new GetWorkspace(options.workspace));
    const found: AuditEntry[] = [];
    for await (const some of await queries.execute(new ListAuditEntries(workspace, selection))) {
      found.push(...some);
    }
    return found;
  });
  if (options.json) shell.output.answer(JSON.stringify(entries.map(shown)));
  else if (entries.length > 0) shell.output.answer(table(entries.map(rowOf)));
  else shell.output.say('There is no such entry.');
}

async function prune(shell: Shell, options: AuditOptions): Promise<void> {
  const until = await instantOf('--until', options.until);
  if (!until) throw new Failure('--prune needs --until.');
  if (options.since !== undefined || options.action !== undefined) {
    throw new Failure('--prune deletes all that is older: it takes --until alone.');
  }
  const { GetWorkspace, PruneAuditLog } = await import('./messages.js');
  const pruned = await withService(shell, async ({ commands, queries }) => {
    const workspace = await queries.execute(new GetWorkspace(options.workspace));
    return commands.execute(new PruneAuditLog(workspace, until, cliActor()));
  });
  shell.output.answer(
    options.json
      ? JSON.stringify({ pruned, until })
      : `Deleted ${pruned === 1 ? '1 entry' : counted(pruned, 'entrie')} from before ${until.toISOString()}.`,
  );
}

async function instantOf(option: string, text: string | undefined): Promise<Date | undefined> {
  if (text === undefined) return undefined;
  const { parseInstant } = await import('./messages.js');
  const duration = parseDuration(text);
  const instant = duration === undefined ? parseInstant(text) : new Date(Date.now() - duration);
  if (!instant) {
    throw new Failure(
      `${option} must be a duration such as 30d, or a timestamp with an offset such as 2030-01-01T00:00:00Z.`,
    );
  }
  return instant;
}

const shown = ({ workspaceId: _workspaceId, ...entry }: AuditEntry): object => entry;

const rowOf = (entry: AuditEntry): Record<string, string> => ({
  at: entry.at.toISOString(),
  who: entry.actor,
  action: entry.action,
  subject: entry.subject ?? '',
  request: entry.requestId ?? '',
  details: Object.entries(entry.details)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : String(value)}`)
    .join(' '),
});
