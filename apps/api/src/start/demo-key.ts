import { ApiKeys, CreateKey, KeyInvalid, type Workspace } from '@app/workspaces';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus } from '@nestjs/cqrs';
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const DEMO_KEY_NAME = 'demo';

export const demoKeyFile = (dataDir: string): string => path.join(dataDir, 'demo.key');

/** The key that is kept in the data folder, or a new one when that is lost, revoked or expired. */
export async function demoKey(
  app: NestFastifyApplication,
  workspace: Workspace,
  dataDir: string,
): Promise<string> {
  const file = demoKeyFile(dataDir);
  const kept = read(file);
  if (kept && (await isValid(kept, workspace, app.get(ApiKeys)))) return kept;
  const { secret } = await app
    .get(CommandBus)
    .execute(new CreateKey(workspace.slug, { name: DEMO_KEY_NAME }));
  keep(file, secret);
  return secret;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

async function isValid(secret: string, workspace: Workspace, keys: ApiKeys): Promise<boolean> {
  try {
    const caller = await keys.callerOf(secret);
    return caller.workspace.id === workspace.id;
  } catch (error) {
    if (error instanceof KeyInvalid) return false;
    throw error;
  }
}

function keep(file: string, secret: string): void {
  const partial = `${file}.${String(process.pid)}`;
  writeFileSync(partial, `${secret}\n`, { mode: 0o600 });
  // What root writes into the folder of somebody else is theirs.
  const { uid, gid } = statSync(path.dirname(file));
  if (process.getuid?.() === 0 && uid !== 0) chownSync(partial, uid, gid);
  renameSync(partial, file);
}
