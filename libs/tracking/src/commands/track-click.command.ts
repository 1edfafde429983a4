import type { StoredClick } from '@app/analytics';
import {
  IdentityWrites,
  clickSubject,
  visitorKeyOf,
  type IdentityWrite,
  type WriteStep,
} from '@app/customers';
import { Recorded, eventTime } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ClickDto, TrackClickDto } from '../click.dto.js';
import { differencesOf } from '../differences.js';

/** Stores a click once, and gives it to the customers who wait for it. */
export class TrackClick extends Command<Recorded<ClickDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly click: TrackClickDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

/** A click as a step that a batch and a request share. */
export function clickStep<T>(
  workspace: Workspace,
  given: TrackClickDto,
  answerOf: (recorded: Recorded<ClickDto>) => T,
): WriteStep<T> {
  const visitorKey = visitorKeyOf(workspace, given.visitorId);
  return {
    needs: {
      clickIds: [given.clickId],
      ...(visitorKey !== null && { visitorKeys: [visitorKey] }),
    },
    apply: async (write) => {
      write.subject = clickSubject(given.clickId);
      const answer = answerOf(await recordClick(write, given, visitorKey));
      return () => answer;
    },
  };
}

async function recordClick(
  write: IdentityWrite,
  given: TrackClickDto,
  visitorKey: string | null,
): Promise<Recorded<ClickDto>> {
  const stored = await write.clicks.byId(given.clickId);
  if (stored) {
    const occurredAt = given.occurredAt ? eventTime(given.occurredAt, stored.createdAt) : undefined;
    const differs = differencesOf({ ...given, occurredAt }, stored);
    return new Recorded({ ...toDto(stored), duplicate: true, differs }, false);
  }
  const click: StoredClick = {
    clickId: given.clickId,
    linkId: given.linkId,
    campaignId: given.campaignId ?? null,
    source: given.source ?? null,
    medium: given.medium ?? null,
    referrer: given.referrer ?? null,
    country: given.country ?? null,
    visitorId: given.visitorId ?? null,
    visitorKey,
    occurredAt: eventTime(given.occurredAt, write.now),
    createdAt: write.now,
  };
  await write.arrive(click);
  return new Recorded({ ...toDto(click), duplicate: false, differs: [] }, true);
}

const toDto = ({
  visitorKey: _visitorKey,
  ...click
}: StoredClick): Omit<ClickDto, 'duplicate' | 'differs'> => ({
  ...click,
  occurredAt: click.occurredAt.toISOString(),
  createdAt: click.createdAt.toISOString(),
});

@CommandHandler(TrackClick)
export class TrackClickHandler implements ICommandHandler<TrackClick> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: TrackClick): Promise<Recorded<ClickDto>> {
    return this.writes.run(
      command,
      clickStep(command.workspace, command.click, (recorded) => recorded),
    );
  }
}
