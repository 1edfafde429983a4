import { ENTER_LANE, LANE_STATE, laneOf } from '@app/analytics';
import {
  AppError,
  Database,
  Env,
  LocalCalendar,
  ServiceUnavailable,
  isConflict,
  isTimeout,
  isUnreachable,
  type Transaction,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Injectable } from '@nestjs/common';
import { IdentityWrite } from './identity-write.js';
import { WriteLane, type Queued } from './write-lane.js';
import type { Stored } from './write-scope.js';
import type { Outcome, WriteStep } from './write-step.js';

/** Connections that reads always find: writers of however many workspaces hold no more than the rest. */
const CONNECTIONS_FOR_READS = 4;

/** Not one step's fault: the transaction is lost, and whether it was committed may not be known. */
const concernsAll = (error: unknown): boolean =>
  error instanceof ServiceUnavailable ||
  isConflict(error) ||
  isUnreachable(error) ||
  isTimeout(error);

type Result = { outcome: Outcome<unknown> } | { refusal: unknown };

/**
 * Runs every write that can change who a customer is or what it has done: one transaction of a
 * workspace after the other, each for all requests that have come in since the one before.
 */
@Injectable()
export class IdentityWrites {
  private readonly lanes = new Map<string, WriteLane>();
  private readonly free: (() => void)[] = [];
  private slots: number;

  constructor(
    private readonly database: Database,
    private readonly env: Env,
  ) {
    this.slots = Math.max(1, env.DATABASE_POOL_SIZE - CONNECTIONS_FOR_READS);
  }

  /** Answers when the step is stored for good. Throws its refusal. */
  run<T>(workspace: Workspace, step: WriteStep<T>): Promise<T> {
    return this.laneOf(workspace).add(step);
  }

  /** The same for many steps, applied in their order, each on its own. */
  runAll<T>(
    workspace: Workspace,
    steps: readonly WriteStep<T>[],
  ): Promise<PromiseSettledResult<T>[]> {
    const lane = this.laneOf(workspace);
    return Promise.allSettled(steps.map((step) => lane.add(step)));
  }

  /** Whether a write is on its way in this process. */
  get areBusy(): boolean {
    return this.lanes.size > 0;
  }

  private laneOf(workspace: Workspace): WriteLane {
    let lane = this.lanes.get(workspace.id);
    if (!lane) {
      lane = new WriteLane(
        this.env.DATABASE_TIMEOUT_MS,
        (steps) => this.withSlot(() => this.store(workspace, steps)),
        () => this.lanes.delete(workspace.id),
      );
      this.lanes.set(workspace.id, lane);
    }
    return lane;
  }

  private async withSlot(work: () => Promise<void>): Promise<void> {
    if (this.slots > 0) this.slots -= 1;
    else await new Promise<void>((resolve) => this.free.push(resolve));
    try {
      await work();
    } finally {
      const next = this.free.shift();
      if (next) next();
      else this.slots += 1;
    }
  }

  /** Stores the steps in one transaction and answers each; what cannot be stored together is split. */
  private async store(workspace: Workspace, steps: readonly Queued[]): Promise<void> {
    try {
      for (const answer of await this.transact(workspace, steps)) answer();
    } catch (error) {
      if (steps.length === 1 || concernsAll(error)) {
        for (const { reject } of steps) reject(error);
        return;
      }
      // A fault that the database found while saving: some step's, and not the others'.
      const half = Math.ceil(steps.length / 2);
      await this.store(workspace, steps.slice(0, half));
      await this.store(workspace, steps.slice(half));
    }
  }

  private async transact(workspace: Workspace, steps: readonly Queued[]): Promise<(() => void)[]> {
    const refused = new Map<Queued, unknown>();
    for (;;) {
      try {
        return await this.database.transaction((transaction) =>
          this.apply(transaction, workspace, steps, refused),
        );
      } catch (error) {
        // One more step is known to be refused: without it the others are applied from the start.
        if (!(error instanceof HalfApplied)) throw error;
      }
    }
  }

  private async apply(
    transaction: Transaction,
    workspace: Workspace,
    steps: readonly Queued[],
    refused: Map<Queued, unknown>,
  ): Promise<(() => void)[]> {
    const [, state] = await Promise.all([
      transaction.rows(ENTER_LANE, [laneOf(workspace.id)]),
      transaction.first(LANE_STATE, [workspace.id]),
    ]);
    const calendar = LocalCalendar.of(state?.timezone ?? workspace.timezone);
    const isBuilt = (state?.rollupsBuiltAt ?? null) !== null;
    const write = new IdentityWrite(transaction, workspace, calendar, isBuilt);
    const applied = steps.filter((step) => !refused.has(step));
    await write.load(applied.map(({ step }) => step.needs));
    const results = new Map<Queued, Result>();
    for (const queued of steps) {
      results.set(
        queued,
        refused.has(queued)
          ? { refusal: refused.get(queued) }
          : await applyOne(write, queued, refused),
      );
    }
    const stored = await write.finish();
    return [...results].map(([queued, result]) => () => {
      settle(queued, result, stored);
    });
  }
}

function settle({ resolve, reject }: Queued, result: Result, stored: Stored): void {
  if ('refusal' in result) {
    reject(result.refusal);
    return;
  }
  try {
    resolve(result.outcome(stored));
  } catch (error) {
    // It is stored all the same: only its answer is broken.
    reject(error);
  }
}

/** A step was refused when a part of it had been applied. */
class HalfApplied extends Error {}

async function applyOne(
  write: IdentityWrite,
  queued: Queued,
  refused: Map<Queued, unknown>,
): Promise<Result> {
  const { changes } = write;
  try {
    const outcome = await queued.step.apply(write);
    await write.settle();
    return { outcome };
  } catch (refusal) {
    if (concernsAll(refusal)) throw refusal;
    refused.set(queued, refusal);
    // After a fault of the database's the transaction is of no more use.
    if (write.changes !== changes || !(refusal instanceof AppError)) throw new HalfApplied();
    return { refusal };
  }
}
