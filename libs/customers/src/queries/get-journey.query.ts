import {
  AnalyticsStore,
  JOURNEY_EVENT_TYPES,
  journey,
  journeySummary,
  type JourneyCounts,
  type JourneyPlace,
  type JourneyStep,
} from '@app/analytics';
import {
  LATEST_INSTANT,
  ValidationFailed,
  decodeCursor,
  encodeCursor,
  latest,
  rangeOf,
  toWire,
  type InstantRange,
  type SnapshotKey,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type {
  JourneyDto,
  JourneyEventDto,
  JourneyParams,
  JourneySummaryDto,
} from './get-journey.dto.js';

/** The journey of a live customer. Throws `ValidationFailed`. */
export class GetJourney extends Query<JourneyDto> {
  readonly range: InstantRange;
  readonly after: JourneyPlace | null;

  constructor(
    readonly workspace: Workspace,
    /** `cus_…`, known to exist. */
    readonly customerId: string,
    readonly params: JourneyParams,
  ) {
    super();
    this.range = rangeOf(params, workspace.timezone);
    this.after = params.cursor ? this.placeOf(params.cursor) : null;
  }

  cursorOf({ occurredAt, type, id }: JourneyPlace): string {
    return encodeCursor(this.list, [occurredAt.getTime(), type, id]);
  }

  private placeOf(cursor: string): JourneyPlace {
    const [at, name, id] = decodeCursor(this.list, cursor, 3);
    const type = JOURNEY_EVENT_TYPES.find((known) => known === name);
    const isInstant =
      typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= LATEST_INSTANT;
    if (!isInstant || !type || typeof id !== 'string' || id.includes('\0')) {
      throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
    }
    return { occurredAt: new Date(at), type, id };
  }

  /** A cursor goes on with the list that it was given for, and with no other. */
  private get list(): string {
    return JSON.stringify(['journey', this.customerId, this.range]);
  }

  get snapshotKey(): SnapshotKey {
    return {
      workspaceId: this.workspace.id,
      question: 'journey',
      subject: this.customerId,
      params: this.params.summary
        ? { summary: true, range: this.range }
        : { range: this.range, limit: this.params.limit, after: this.after },
    };
  }
}

const eventOf = (step: JourneyStep, currency: string): JourneyEventDto => ({
  type: step.type,
  id: step.id,
  name: step.name,
  occurredAt: step.occurredAt.toISOString(),
  linkId: step.linkId,
  campaignId: step.campaignId,
  source: step.source,
  medium: step.medium,
  referrer: step.referrer,
  amount: step.amount,
  currency: step.amount === null ? null : currency,
  status: step.status,
  orderId: step.orderId,
});

function secondsBetween(from: Date | null, to: Date | null): number | null {
  return from && to && to >= from ? Math.floor((to.getTime() - from.getTime()) / 1_000) : null;
}

const summaryOf = ({ lastConversionAt, ...counts }: JourneyCounts): JourneySummaryDto => ({
  ...counts,
  firstTouchAt: toWire(counts.firstTouchAt),
  lastTouchAt: toWire(counts.lastTouchAt),
  firstConversionAt: toWire(counts.firstConversionAt),
  lastActivityAt: toWire(latest(counts.lastTouchAt, lastConversionAt)),
  secondsToFirstConversion: secondsBetween(counts.firstTouchAt, counts.firstConversionAt),
});

@QueryHandler(GetJourney)
export class GetJourneyHandler implements IQueryHandler<GetJourney> {
  constructor(private readonly analytics: AnalyticsStore) {}

  async execute(query: GetJourney): Promise<JourneyDto> {
    const { workspace, customerId, params, range, after } = query;
    const part = { workspaceId: workspace.id, customerId, range };
    if (params.summary) {
      const counts = await this.analytics.ask(journeySummary, part);
      return { customerId, summary: summaryOf(counts) };
    }
    const { limit } = params;
    const { events, next } = await this.analytics.ask(journey, { ...part, limit, after });
    return {
      customerId,
      events: events.map((event) => eventOf(event, workspace.currency)),
      nextCursor: next && query.cursorOf(next),
    };
  }
}
