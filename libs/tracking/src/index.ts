/**
 * What comes in: clicks, leads, sales, customs and refunds.
 *
 * track         to store an event once, and stitch it to its customer
 * order         the caller's id by which a conversion is stored once
 * move          a conversion's way from one status or refund to another
 * batch         up to 1,000 items, applied in order, each on its own
 */
export * from './batch.dto.js';
export * from './click.dto.js';
export * from './conversion.dto.js';
export * from './conversion-filter.dto.js';
export * from './queries/count-clicks.query.js';
export * from './queries/export-clicks.query.js';
export * from './queries/list-conversions.query.js';
export * from './queries/export-conversions.query.js';
export * from './track-conversion.dto.js';
export * from './commands/track-batch.command.js';
export * from './tracking.module.js';
