/** An item of `POST /track/batch`; the field that says when it happened differs by its type. */
export interface DemoEvent {
  type: 'click' | 'customer' | 'lead' | 'sale' | 'refund' | 'custom';
  [field: string]: unknown;
}

/** An event and when it happens. */
export interface TimedEvent {
  at: number;
  event: DemoEvent;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const toInstant = (at: number): string => new Date(at).toISOString();
