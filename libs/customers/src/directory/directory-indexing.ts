import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { IdentityWrites } from '../identity/identity-writes.js';
import { FRESH_WORKSPACES, INDEX_ENTRIES } from './directory.store.js';

/** Entries a transaction: some 75 ms, for which a write that changes one of them waits. */
const AT_ONCE = 250;

/** Rests so many times as long as it works; longer while customers are written, whose commits it slows. */
const REST = 1;
const REST_BESIDE_WRITES = 8;

/** Enters what is fresh in the directory into its index, where there is enough of it. */
@Injectable()
export class DirectoryIndexing {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
  ) {}

  /** One round through all workspaces. */
  async round(signal?: AbortSignal): Promise<void> {
    for (const { workspaceId } of await this.database.rows(FRESH_WORKSPACES)) {
      for (let isMore = true; isMore && !signal?.aborted;) {
        const startedAt = performance.now();
        isMore = (await this.index(workspaceId)) > 0;
        const rest = this.writes.areBusy ? REST_BESIDE_WRITES : REST;
        const pause = rest * (performance.now() - startedAt);
        await sleep(pause, undefined, { ...(signal && { signal }) }).catch(() => undefined);
      }
    }
  }

  private index(workspaceId: string): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const row = await transaction.first(INDEX_ENTRIES, [workspaceId, AT_ONCE]);
      return row?.indexed ?? 0;
    });
  }
}
