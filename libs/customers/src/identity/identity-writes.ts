import { Injectable } from '@nestjs/common';
import { Database, Env } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { IdentityLocks, type IdentityKey } from './identity-locks.js';
import { IdentityWrite } from './identity-write.js';
import { WriterGate } from './writer-gate.js';

/** Runs every write that can change who a customer is or what it has done. */
@Injectable()
export class IdentityWrites {
  private readonly gate: WriterGate;

  constructor(
    private readonly database: Database,
    env: Env,
  ) {
    this.gate = new WriterGate(Math.ceil(env.DATABASE_POOL_SIZE / 2), env.DATABASE_TIMEOUT_MS);
  }

  /**
   * One transaction that holds the identity keys which the request names. `work` may run more than
   * once, so it must not act outside of its transaction.
   */
  run<T>(
    workspace: Workspace,
    keys: readonly IdentityKey[],
    work: (write: IdentityWrite) => Promise<T>,
  ): Promise<T> {
    const wanted = IdentityLocks.bucketsOf(keys);
    return this.gate.pass(workspace.id, () =>
      this.database.transaction(async (transaction) => {
        const locks = new IdentityLocks(transaction, workspace.id, wanted);
        await locks.acquireWanted();
        const write = new IdentityWrite(transaction, workspace, locks);
        const result = await work(write);
        await write.save();
        return result;
      }),
    );
  }
}

/** The keys by which an identity is found. */
export function keysOf(identity: {
  externalId?: string | null;
  email?: string | null;
  clickId?: string | null;
}): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (identity.externalId) keys.push(`external:${identity.externalId}`);
  if (identity.email) keys.push(`email:${identity.email}`);
  if (identity.clickId) keys.push(`click:${identity.clickId}`);
  return keys;
}
