import { CLICKS_OF_VISITOR } from '@app/analytics';
import { Database, type Transaction } from '@app/platform';
import { GetWorkspaceById, type Workspace } from '@app/workspaces';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { IdentityWrite } from './identity-write.js';
import { IdentityWrites } from './identity-writes.js';
import type { PendingTouch } from './pending-touch.entity.js';
import * as store from './pending-touches.store.js';

/** So many a transaction: other writes of the workspace wait no longer than for these. */
const CUSTOMERS_A_PART = 500;
const CLICKS_A_PART = 5_000;
/** Gives out, part by part, the touches that were too many for the writes that brought them. */
@Injectable()
export class TouchBacklog {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
    private readonly queries: QueryBus,
  ) {}

  /** One round through all workspaces. */
  async round(signal: AbortSignal): Promise<void> {
    for (const { workspaceId } of await this.database.rows(store.WORKSPACES_WITH_PENDING)) {
      if (signal.aborted) return;
      const workspace: Workspace = await this.queries.execute(new GetWorkspaceById(workspaceId));
      await this.drain(workspace, signal);
    }
  }

  /** Works until nothing of the workspace is left. */
  async drain(workspace: Workspace, signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.part(workspace)));
  }

  /** Gives out one part; answers whether there may be more. */
  private part(workspace: Workspace): Promise<boolean> {
    return this.writes.run(
      { workspace },
      {
        needs: {},
        alone: true,
        apply: async (write) => {
          const pending = await write.transaction.first(store.FIRST_PENDING, [workspace.id]);
          if (pending) await giveOut(write, pending);
          return () => pending !== undefined;
        },
      },
    );
  }
}

async function giveOut(write: IdentityWrite, pending: PendingTouch): Promise<void> {
  const { transaction, workspaceId } = write;
  const last = await (pending.customerId === null
    ? toCustomers(write, pending, pending.clickId ?? '')
    : ofVisitor(write, pending, pending.customerId));
  if (last !== undefined) {
    await transaction.rows(store.GO_ON_BEHIND, [workspaceId, pending.id, last]);
    return;
  }
  await transaction.rows(store.DELETE_PENDING, [workspaceId, pending.id]);
  // Only now is it known who of all is the oldest: conversions may wait for that.
  if (pending.clickId !== null) write.noteTouched(pending.clickId);
}

/** Gives a customer more clicks of a visitor; answers the last one while there may be more. */
async function ofVisitor(
  write: IdentityWrite,
  { visitorKey, doneTo }: PendingTouch,
  customerId: string,
): Promise<string | undefined> {
  const values = [write.workspaceId, visitorKey, doneTo, CLICKS_A_PART];
  const clicks = await write.transaction.rows(CLICKS_OF_VISITOR, values);
  const customers = await write.customers.liveByIds([customerId]);
  for (const click of clicks) {
    write.touchAll(customers, click);
    if (customers.length > 0) write.noteTouched(click.clickId);
  }
  return clicks.length < CLICKS_A_PART ? undefined : clicks.at(-1)?.clickId;
}

/** Gives a click to more of its customers; answers the last one while there may be more. */
async function toCustomers(
  write: IdentityWrite,
  pending: PendingTouch,
  clickId: string,
): Promise<string | undefined> {
  const ids = await customersBehind(write.transaction, write.workspaceId, pending);
  const click = await write.clicks.byId(clickId);
  const customers = click ? await write.customers.liveByIds(ids) : [];
  for (const customer of customers) {
    if (!click) continue;
    if (pending.visitorKey === null) await write.touchByClaim(customer, click);
    else write.touchAll([customer], click);
  }
  return ids.length < CUSTOMERS_A_PART ? undefined : ids.at(-1);
}

async function customersBehind(
  transaction: Transaction,
  workspaceId: string,
  { clickId, visitorKey, doneTo }: PendingTouch,
): Promise<string[]> {
  const rows = await (visitorKey === null
    ? transaction.rows(store.CLAIMERS_BEHIND, [workspaceId, clickId, doneTo, CUSTOMERS_A_PART])
    : transaction.rows(store.FOLLOWERS_BEHIND, [
        workspaceId,
        visitorKey,
        doneTo,
        CUSTOMERS_A_PART,
      ]));
  return rows.map(({ customerId }) => customerId);
}
