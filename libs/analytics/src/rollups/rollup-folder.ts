import { Database, DatabaseUnavailable, isNotMigrated } from '@app/platform';
import {
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { FOLD_CONVERSIONS } from './conversion-counts.store.js';
import { ENTER_LANE, LANE_STATE, laneOf } from '../ledger/lane.js';
import {
  BACKLOGS,
  FOLD,
  REMOVE_CELLS,
  TRY_TO_HOLD_CELLS,
  UNBUILT_WORKSPACES,
} from './fold.store.js';
import { rebuildRollups } from './rebuild-rollups.js';

/** Deltas that are folded at once: a transaction of a second at most. */
const AT_ONCE = 10_000;
/**
 * As many deltas of a workspace are worth a fold, fewer only when they have waited: 10,000 that fall
 * on the same cells cost half as much each as 2,000, and a reader some milliseconds.
 */
const WORTH_IT = 4_000;
const PATIENCE_MS = 5_000;

/** What is attempted for all workspaces together, and what is away when nothing can be done. */
const FOLDING = 'folding';
const BUILDING = 'building';
const DATABASE = 'database';

/**
 * Moves deltas into the cells, workspace by workspace, and builds the rollups of workspaces that have
 * none. Any number of processes may do so: the cells of a workspace are changed by one at a time, and
 * a transaction that is cut off leaves its deltas where they were.
 */
export class RollupFolder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Rollups');
  private readonly stopping = new AbortController();
  private folding: Promise<void> | undefined;
  private building: Promise<void> | undefined;
  /** Since when a workspace has had deltas that were not worth a fold. */
  private readonly waiting = new Map<string, number>();
  /** What does not work: said once, until it works again. */
  private readonly faults = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly intervalMs: number,
  ) {}

  onApplicationBootstrap(): void {
    if (this.intervalMs > 0) this.folding = this.keepFolding();
  }

  /** Before the pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.folding;
    await this.building;
  }

  /** Folds what is there of every workspace, or of one; answers how many deltas that was. */
  async foldAll(workspaceId?: string): Promise<number> {
    const workspaces = workspaceId ? [{ workspaceId }] : await this.backlogs();
    let total = 0;
    for (const { workspaceId: id } of workspaces) {
      for (let folded = AT_ONCE; folded === AT_ONCE; total += folded) folded = await this.fold(id);
    }
    return total;
  }

  /**
   * Folds the oldest deltas of a workspace in one transaction; answers how many. None while another
   * process folds or rebuilds this workspace.
   */
  async fold(workspaceId: string, atMost = AT_ONCE): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const lock = await transaction.first(TRY_TO_HOLD_CELLS, [laneOf(workspaceId)]);
      if (!lock?.held) return 0;
      const fold = await transaction.first(FOLD, [workspaceId, atMost]);
      for (const kind of ['cohortCells', 'retentionCells', 'spendingCells'] as const) {
        const keys = fold?.[kind];
        if (keys) await transaction.rows(REMOVE_CELLS[kind], [workspaceId, JSON.stringify(keys)]);
      }
      const conversions = await transaction.first(FOLD_CONVERSIONS, [workspaceId, atMost]);
      return Math.max(fold?.folded ?? 0, conversions?.folded ?? 0);
    });
  }

  /** Builds the rollups of the workspaces that have none. */
  async buildMissing(): Promise<void> {
    for (const { id } of await this.database.rows(UNBUILT_WORKSPACES)) {
      if (this.stopping.signal.aborted) return;
      await this.attempt(id, () =>
        this.database.patiently((patient) =>
          patient.transaction(async (transaction) => {
            await transaction.rows(ENTER_LANE, [laneOf(id)]);
            // Another process may have built them while this one waited.
            const state = await transaction.first(LANE_STATE, [id]);
            if (state?.rollupsBuiltAt === null) await rebuildRollups(transaction, id);
          }),
        ),
      );
    }
  }

  /** How many deltas each workspace has, of the kind of which it has more. */
  private async backlogs(): Promise<{ workspaceId: string; deltas: number }[]> {
    const deltasOf = new Map<string, number>();
    for (const statement of BACKLOGS) {
      for (const { workspaceId, deltas } of await this.database.rows(statement, ['', WORTH_IT])) {
        deltasOf.set(workspaceId, Math.max(deltas, deltasOf.get(workspaceId) ?? 0));
      }
    }
    return [...deltasOf].map(([workspaceId, deltas]) => ({ workspaceId, deltas }));
  }

  private async keepFolding(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const isMore = await this.attempt(FOLDING, () => this.pass());
      this.building ??= this.attempt(BUILDING, () => this.buildMissing()).finally(() => {
        this.building = undefined;
      });
      if (isMore) continue;
      await sleep(this.intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** One fold of each workspace that is worth it; answers whether one of them has more. */
  private async pass(): Promise<boolean> {
    const now = performance.now();
    const backlogs = await this.backlogs();
    const ids = new Set(backlogs.map(({ workspaceId }) => workspaceId));
    for (const id of this.waiting.keys()) if (!ids.has(id)) this.waiting.delete(id);
    let isMore = false;
    for (const { workspaceId, deltas } of backlogs) {
      if (this.stopping.signal.aborted) return false;
      const since = this.waiting.get(workspaceId) ?? now;
      this.waiting.set(workspaceId, since);
      if (deltas < WORTH_IT && now - since < PATIENCE_MS) continue;
      this.waiting.delete(workspaceId);
      if ((await this.attempt(workspaceId, () => this.fold(workspaceId))) === AT_ONCE)
        isMore = true;
    }
    return isMore;
  }

  /** A workspace that cannot be folded must not keep the others from it; a lost database ends all. */
  private async attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.faults.delete(what);
      this.faults.delete(DATABASE);
      return result;
    } catch (error) {
      const isAway = error instanceof DatabaseUnavailable;
      if (isAway && what !== FOLDING && what !== BUILDING) throw error;
      const fault = isAway ? DATABASE : what;
      if (isNotMigrated(error) || this.faults.has(fault)) return undefined;
      this.faults.add(fault);
      this.logger.error(error instanceof Error ? error : String(error));
      return undefined;
    }
  }
}
