/**
 * Who a workspace's customers are.
 *
 * customer      an identity, keyed by the caller's externalId
 * claim         a customer's word that a click is its own, also before the click arrives
 * touch         a click that is stitched to a customer
 * resolve       to find the customer of a conversion by externalId, email or clickId
 * projection    what a customer's row says of its events
 */
export * from './customer.entity.js';
export * from './directory/directory-entry.entity.js';
export * from './directory/directory-week.entity.js';
export * from './directory/directory.store.js';
export * from './identity/claim.entity.js';
export * from './identity/customer-visitor.entity.js';
export * from './identity/identity-write.js';
export * from './identity/identity-writes.js';
export * from './identity/needs.js';
export * from './identity/pending-touch.entity.js';
export * from './identity/projection.js';
export * from './identity/touch-backlog.js';
export * from './directory/directory-indexing.js';
export * from './identity/write-step.js';
export { clickSubject } from './identity/erasure.store.js';
export * from './commands/erase-identity.command.js';
export * from './commands/give-out-touches.command.js';
export * from './commands/change-timezone.command.js';
export * from './commands/recalculate-all.command.js';
export * from './commands/repair-workspace.command.js';
export * from './commands/upsert-customer.command.js';
export * from './queries/examine-workspace.query.js';
export * from './queries/count-customers.query.js';
export * from './queries/export-customers.query.js';
export { OWNER_OF_CONVERSION, type ConversionOwner } from './identity/owner.store.js';
export * from './customer-filter.dto.js';
export * from './customer.dto.js';
export * from './customer.store.js';
export * from './customer-ref.js';
export * from './customers.errors.js';
export * from './customers.module.js';
export * from './identity/visitor-key.js';
