/**
 * What happened, and the questions about it.
 *
 * ledger        clicks, conversions and touches: append-mostly facts
 * cohort        customers grouped by when they were first seen, or by what brought them
 * counts        a sale counts while it is approved; its net is its reporting amount less refunds
 * question      one analytics query: SQL and the fold of its rows, asked through the store
 */
export * from './analytics-store.js';
export * from './analytics.errors.js';
export * from './analytics.module.js';
export * from './none.store.js';
export * from './postgres/postgres.store.js';
export * from './ledger/click.entity.js';
export * from './ledger/conversion.entity.js';
export * from './ledger/touch.entity.js';
export * from './ledger/click.store.js';
export * from './ledger/conversion.store.js';
export * from './ledger/lane.js';
export * from './rollups/cohort-delta.entity.js';
export * from './rollups/cohort-cell.entity.js';
export * from './rollups/retention-cell.entity.js';
export * from './rollups/spending-cell.entity.js';
export * from './rollups/cohort-deltas.store.js';
export * from './rollups/rollup-folder.js';
export * from './rollups/compare-rollups.js';
export { projectedCustomers } from './rollups/events.sql.js';
export { rebuildRollups } from './rollups/rebuild-rollups.js';
export * from './attribution/touchpoint.js';
export * from './attribution/attribute.js';
export { daysFrom } from './periods.js';
export * from './questions/cohorts.js';
export * from './questions/ltv-cohorts.js';
export * from './questions/journey.js';
export * from './questions/attribution.js';
