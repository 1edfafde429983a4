import { ValidationFailed, compareText, earliest, latest } from '@app/platform';
import type { Conversion } from '@app/analytics';

/** What a touch came from. */
export interface Origin {
  campaignId: string | null;
  source: string | null;
}

/** What a customer's row says of its events; the origin is its earliest touch's. */
export interface Projection extends Origin {
  createdAt: Date;
  earliestTouchAt: Date | null;
  earliestTouchClickId: string | null;
  firstConversionAt: Date | null;
  lastActivityAt: Date | null;
  leads: number;
  sales: number;
  /** Minor units of the workspace's currency. */
  ltv: number;
}

export interface TouchFact extends Origin {
  clickId: string;
  occurredAt: Date;
}

export type ConversionFact = Pick<
  Conversion,
  'type' | 'status' | 'occurredAt' | 'reportingAmount' | 'reportingRefunded'
>;

/** A customer without events. */
export const nothingHappened = (createdAt: Date): Projection => ({
  createdAt,
  earliestTouchAt: null,
  earliestTouchClickId: null,
  campaignId: null,
  source: null,
  firstConversionAt: null,
  lastActivityAt: null,
  leads: 0,
  sales: 0,
  ltv: 0,
});

/** A sale counts while it is approved: this is its net, in reporting minor units; else 0. */
export const netOf = (conversion: ConversionFact): number =>
  conversion.type === 'sale' && conversion.status === 'approved'
    ? (conversion.reportingAmount ?? 0) - (conversion.reportingRefunded ?? 0)
    : 0;

/**
 * Folds one more touch in. Every fold is a minimum, a maximum or a sum, so events may come in any
 * order at the same constant cost, and folding all of them is the definition of the row.
 */
export function foldTouch(projection: Projection, touch: TouchFact): void {
  const { earliestTouchAt, earliestTouchClickId } = projection;
  const isEarlier =
    earliestTouchAt === null ||
    earliestTouchClickId === null ||
    touch.occurredAt < earliestTouchAt ||
    (touch.occurredAt.getTime() === earliestTouchAt.getTime() &&
      compareText(touch.clickId, earliestTouchClickId) < 0);
  if (isEarlier) {
    projection.earliestTouchAt = touch.occurredAt;
    projection.earliestTouchClickId = touch.clickId;
    projection.campaignId = touch.campaignId;
    projection.source = touch.source;
  }
  projection.lastActivityAt = latest(projection.lastActivityAt, touch.occurredAt);
}

/** Folds one more conversion in. */
export function foldConversion(projection: Projection, conversion: ConversionFact): void {
  const { occurredAt } = conversion;
  projection.firstConversionAt = earliest(projection.firstConversionAt, occurredAt);
  projection.lastActivityAt = latest(projection.lastActivityAt, occurredAt);
  addCounts(projection, conversion, 1);
}

/** Folds a conversion's move from one status or refund to another in. */
export function foldMove(
  projection: Projection,
  before: ConversionFact,
  after: ConversionFact,
): void {
  addCounts(projection, before, -1);
  addCounts(projection, after, 1);
}

function addCounts(projection: Projection, conversion: ConversionFact, sign: 1 | -1): void {
  if (conversion.status !== 'approved') return;
  if (conversion.type === 'lead') projection.leads += sign;
  if (conversion.type !== 'sale') return;
  const ltv = projection.ltv + sign * netOf(conversion);
  if (!Number.isSafeInteger(ltv)) {
    throw ValidationFailed.of('amount', 'makes the customer worth more than 2^53 minor units');
  }
  projection.sales += sign;
  projection.ltv = ltv;
}

/** The columns that follow from the folded ones. */
export function derivedOf(projection: Projection): {
  firstSeenAt: Date;
  firstTouchClickId: string | null;
} {
  const { createdAt, earliestTouchAt, firstConversionAt, earliestTouchClickId } = projection;
  const hadConvertedBefore =
    firstConversionAt !== null && earliestTouchAt !== null && firstConversionAt < earliestTouchAt;
  return {
    firstSeenAt: earliest(createdAt, earliestTouchAt, firstConversionAt) ?? createdAt,
    firstTouchClickId: hadConvertedBefore ? null : earliestTouchClickId,
  };
}
