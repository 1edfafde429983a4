import { Database, Env } from '@app/platform';
import {
  IdempotentRequests,
  idempotentRequestOf,
  type Repeatable,
  type Workspace,
} from '@app/workspaces';
import { Injectable } from '@nestjs/common';
import { storeTogether } from './write-group.js';
import { WriteLane, type Queued } from './write-lane.js';
import type { WriteRequest, WriteStep } from './write-step.js';

/** Connections that reads always find: writers of however many workspaces hold no more than the rest. */
const CONNECTIONS_FOR_READS = 4;

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
    private readonly idempotency: IdempotentRequests,
    private readonly env: Env,
  ) {
    this.slots = Math.max(1, env.DATABASE_POOL_SIZE - CONNECTIONS_FOR_READS);
  }

  /** Answers when the step of a command is stored for good. Throws its refusal. */
  run<T>(command: Repeatable, step: WriteStep<T>): Promise<T> {
    return this.send(command, [step], ([result]) => valueOf(result as PromiseSettledResult<T>));
  }

  /** The same for many steps, applied in their order, each on its own; all by one transaction. */
  runAll<T, A>(
    command: Repeatable,
    steps: readonly WriteStep<T>[],
    answerOf: (results: readonly PromiseSettledResult<T>[]) => A,
  ): Promise<A> {
    return this.send(command, steps, (results) =>
      answerOf(results as readonly PromiseSettledResult<T>[]),
    );
  }

  /** Whether a write is on its way in this process. */
  get areBusy(): boolean {
    return this.lanes.size > 0;
  }

  private send<A>(
    command: Repeatable,
    steps: readonly WriteStep<unknown>[],
    answerOf: WriteRequest<A>['answerOf'],
  ): Promise<A> {
    const { workspace } = command;
    const idempotent = idempotentRequestOf(command);
    const add = (): Promise<A> => this.laneOf(workspace).add({ steps, answerOf, idempotent });
    return idempotent ? this.idempotency.once(workspace.id, idempotent, add) : add();
  }

  private laneOf(workspace: Workspace): WriteLane {
    let lane = this.lanes.get(workspace.id);
    if (!lane) {
      lane = new WriteLane(
        this.env.DATABASE_TIMEOUT_MS,
        (requests) => this.withSlot(() => this.store(workspace, requests)),
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

  private async store(workspace: Workspace, requests: readonly Queued[]): Promise<void> {
    try {
      for (const answer of await storeTogether(this.database, workspace, requests)) answer();
    } catch (error) {
      for (const { reject } of requests) reject(error);
    }
  }
}

function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
