import { compareText } from '@app/platform';

/** A touch with what its click says. */
export interface Touchpoint {
  clickId: string;
  linkId: string;
  campaignId: string | null;
  source: string | null;
  medium: string | null;
  referrer: string | null;
  occurredAt: Date;
}

/** The order of touches: by time, then by click. */
export const compareTouchpoints = (a: Touchpoint, b: Touchpoint): number =>
  a.occurredAt.getTime() - b.occurredAt.getTime() || compareText(a.clickId, b.clickId);
