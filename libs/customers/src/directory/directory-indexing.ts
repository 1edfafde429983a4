import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { FRESH_WORKSPACES, INDEX_ENTRIES } from './directory.store.js';

/** Entries a transaction: some 75 ms, for which a write that changes one of them waits. */
const AT_ONCE = 250;

/** Enters what is fresh in the directory into its index, where there is enough of it. */
@Injectable()
export class DirectoryIndexing {
  constructor(private readonly database: Database) {}

  /** One round through all workspaces. It takes half of its time off: writes come first. */
  async round(signal?: AbortSignal): Promise<void> {
    for (const { workspaceId } of await this.database.rows(FRESH_WORKSPACES)) {
      for (let isMore = true; isMore && !signal?.aborted;) {
        const startedAt = performance.now();
        isMore = (await this.index(workspaceId)) > 0;
        const pause = performance.now() - startedAt;
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
