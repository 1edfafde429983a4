import {
  keysOf,
  visitorKeyOf,
  IdentityWrites,
  type IdentityKey,
  type IdentityWrite,
} from '@app/customers';
import type { Click } from '@app/analytics';
import { Recorded, eventTime } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ClickDto, TrackClickDto } from '../click.dto.js';
import { CLICK_BY_ID, INSERT_CLICK } from '../click.store.js';
import { differencesOf } from '../differences.js';

/** Stores a click once, and gives it to the customers who wait for it. */
export class TrackClick extends Command<Recorded<ClickDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly click: TrackClickDto,
  ) {
    super();
  }
}

/** The identity keys that a click names. */
export function keysOfClick(workspace: Workspace, click: TrackClickDto): IdentityKey[] {
  const visitorKey = visitorKeyOf(workspace, click.visitorId);
  const visitor = visitorKey === null ? [] : [`visitor:${visitorKey}` as const];
  return [...keysOf({ clickId: click.clickId }), ...visitor];
}

/** The part of the command that a batch runs inside its own transaction. */
export async function recordClick(
  write: IdentityWrite,
  given: TrackClickDto,
): Promise<Recorded<ClickDto>> {
  const workspaceId = write.workspace.id;
  const stored = await write.transaction.first(CLICK_BY_ID, [workspaceId, given.clickId]);
  if (stored) {
    const occurredAt = given.occurredAt ? eventTime(given.occurredAt, stored.createdAt) : undefined;
    const differs = differencesOf({ ...given, occurredAt }, stored);
    return new Recorded({ ...toDto(stored), duplicate: true, differs }, false);
  }
  const click: Click = {
    workspaceId,
    clickId: given.clickId,
    linkId: given.linkId,
    campaignId: given.campaignId ?? null,
    source: given.source ?? null,
    medium: given.medium ?? null,
    referrer: given.referrer ?? null,
    country: given.country ?? null,
    visitorId: given.visitorId ?? null,
    visitorKey: visitorKeyOf(write.workspace, given.visitorId),
    occurredAt: eventTime(given.occurredAt, write.now),
    createdAt: write.now,
  };
  await write.transaction.rows(INSERT_CLICK, [
    workspaceId,
    click.clickId,
    click.linkId,
    click.campaignId,
    click.source,
    click.medium,
    click.referrer,
    click.country,
    click.visitorId,
    click.visitorKey,
    click.occurredAt,
    click.createdAt,
  ]);
  await write.arrive(click);
  await write.settle();
  return new Recorded({ ...toDto(click), duplicate: false, differs: [] }, true);
}

const toDto = ({
  workspaceId: _workspaceId,
  visitorKey: _visitorKey,
  ...click
}: Click): Omit<ClickDto, 'duplicate' | 'differs'> => ({
  ...click,
  occurredAt: click.occurredAt.toISOString(),
  createdAt: click.createdAt.toISOString(),
});

@CommandHandler(TrackClick)
export class TrackClickHandler implements ICommandHandler<TrackClick> {
  constructor(private readonly writes: IdentityWrites) {}

  execute({ workspace, click }: TrackClick): Promise<Recorded<ClickDto>> {
    return this.writes.run(workspace, keysOfClick(workspace, click), (write) =>
      recordClick(write, click),
    );
  }
}
