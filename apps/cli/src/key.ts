import type { ApiKey, ListedKey, NewKey } from '@app/workspaces';
import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { parseDuration } from './duration.js';
import { Failure } from './failure.js';
import { table } from './output.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

/** What may be seen of a key: not even the hash of its secret. */
const shown = ({ hash: _hash, ...key }: ApiKey): object => key;

const jsonOf = ({ key, secret }: NewKey): string => JSON.stringify({ ...shown(key), key: secret });

interface CreateOptions extends JsonOption {
  workspace: string;
  scopes?: string;
  name?: string;
  expires?: string;
}

export function addKeyCommands(program: Command, shell: Shell): void {
  const key = program
    .command('key')
    .description('make, list, revoke and rotate the API keys of workspaces');

  key
    .command('create')
    .description('make a key; prints it, once: only a hash of it is kept')
    .requiredOption('--workspace <slug>', 'the workspace that it belongs to')
    .option('--scopes <scopes>', 'what it may do, separated by commas (default: all)')
    .option('--name <name>', 'what it is for (default: default)')
    .option('--expires <when>', 'a timestamp, or a duration from now on (default: never)')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Scopes:
  links:read links:create links:update links:delete analytics:read events:create events:update

Examples:
  $ npm run -s cli -- key create --workspace acme
  $ npm run -s cli -- key create --workspace acme --name tracker --scopes events:create
  $ npm run -s cli -- key create --workspace acme --expires 30d
  $ npm run -s cli -- key create --workspace acme --expires 2030-01-01T00:00:00Z`,
    )
    .action((options: CreateOptions) => create(shell, options));

  key
    .command('list')
    .description('list the keys of all workspaces, by what can be shown of them')
    .option(...JSON_OPTION)
    .action((options: JsonOption) => list(shell, options));

  key
    .command('revoke')
    .argument('<id>', 'the key’s id, as key list shows it')
    .description('end a key; running servers refuse it at once')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run -s cli -- key revoke key_01KAS5E3V7Q1T4M8YB2ZC6D9XF',
    )
    .action((id: string, options: JsonOption) => revoke(shell, id, options));

  key
    .command('rotate')
    .argument('<id>', 'the key’s id, as key list shows it')
    .description('replace a key by a new one like it; prints the new key, once')
    .option('--overlap <duration>', 'how long the old key goes on working: 0, 30m, 24h, 7d', '24h')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  $ npm run -s cli -- key rotate key_01KAS5E3V7Q1T4M8YB2ZC6D9XF --overlap 7d',
    )
    .action((id: string, options: { overlap: string } & JsonOption) => rotate(shell, id, options));
}

async function create(shell: Shell, options: CreateOptions): Promise<void> {
  const { CreateKey, parseInstant } = await import('./messages.js');
  const { workspace, scopes, name, expires } = options;
  let expiresAt: Date | undefined;
  if (expires !== undefined) {
    const duration = parseDuration(expires);
    expiresAt = duration === undefined ? parseInstant(expires) : new Date(Date.now() + duration);
    if (!expiresAt) {
      throw new Failure(
        '--expires must be a duration such as 30d, or a timestamp with an offset such as 2030-01-01T00:00:00Z.',
      );
    }
    if (expiresAt.getTime() <= Date.now()) throw new Failure('--expires must be in the future.');
  }
  const settings = {
    ...(scopes !== undefined && { scopes: [...new Set(scopes.split(',').map((s) => s.trim()))] }),
    ...(name !== undefined && { name }),
    ...(expiresAt && { expiresAt }),
  };
  const message = new CreateKey(workspace, settings, cliActor());
  const created = await withService(shell, ({ commands }) => commands.execute(message));
  shell.output.answer(options.json ? jsonOf(created) : created.secret);
}

async function list(shell: Shell, { json }: JsonOption): Promise<void> {
  const { ListKeys } = await import('./messages.js');
  const keys = await withService(shell, ({ queries }) => queries.execute(new ListKeys()));
  if (json) {
    shell.output.answer(JSON.stringify(keys.map(shown)));
  } else if (keys.length === 0) {
    shell.output.say('There is no key yet: make one with key create --workspace <slug>.');
  } else {
    shell.output.answer(table(keys.map(rowOf)));
  }
}

async function revoke(shell: Shell, id: string, { json }: JsonOption): Promise<void> {
  const { RevokeKey } = await import('./messages.js');
  const key = await withService(shell, ({ commands }) =>
    commands.execute(new RevokeKey(id, cliActor())),
  );
  shell.output.answer(json ? JSON.stringify(shown(key)) : `Revoked ${key.id}.`);
}

async function rotate(
  shell: Shell,
  id: string,
  { overlap, json }: { overlap: string } & JsonOption,
): Promise<void> {
  const overlapMs = parseDuration(overlap);
  if (overlapMs === undefined) {
    throw new Failure('--overlap must be a duration such as 0, 30m, 24h or 7d.');
  }
  const { RotateKey } = await import('./messages.js');
  const rotated = await withService(shell, ({ commands }) =>
    commands.execute(new RotateKey(id, overlapMs, cliActor())),
  );
  shell.output.answer(json ? jsonOf(rotated) : rotated.secret);
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt) return `revoked ${revokedAt.toISOString()}`;
  if (!expiresAt) return 'active';
  return `${expiresAt.getTime() <= Date.now() ? 'expired' : 'expires'} ${expiresAt.toISOString()}`;
}

const rowOf = (key: ListedKey): Record<string, string> => ({
  id: key.id,
  workspace: key.workspace,
  name: key.name,
  key: `${key.prefix}…`,
  state: stateOf(key),
  created: key.createdAt.toISOString(),
  scopes: key.scopes.join(','),
});
