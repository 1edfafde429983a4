/**
 * Who may ask what.
 *
 * workspace     the tenant: plan, time zone, currency, attribution window
 * plan          starter, pro or enterprise; grants entitlements and a rate
 * entitlement   a feature that a plan includes, such as revenueTracking
 * scope         what a key may do, such as links:read
 * key           a secret of one workspace; only its hash is kept
 * actor         who has something done: a key, somebody at the command line, or the service
 */
export * from './plans.js';
export * from './scopes.js';
export * from './workspace.entity.js';
export { checkSettings } from './workspace-settings.js';
export * from './api-key.entity.js';
export * from './access/access.decorator.js';
export * from './access/access.errors.js';
export * from './access/access.guards.js';
export * from './access/access.hook.js';
export * from './access/api-keys.js';
export * from './access/caller.js';
export * from './access/message-access.js';
export { WORKSPACE_CHANGED } from './access/changes.js';
export * from './access/warm-answers.js';
export * from './audit/actor.js';
export * from './audit/audit-entry.entity.js';
export { recordDeed } from './audit/audit-log.store.js';
export * from './idempotency/idempotency-key.js';
export * from './idempotency/idempotent-answer.entity.js';
export * from './idempotency/idempotent-request.js';
export * from './idempotency/idempotent-requests.js';
export * from './idempotency/kept-answers.js';
export * from './audit/audited-exports.js';
export * from './commands/create-key.command.js';
export * from './commands/create-workspace.command.js';
export * from './commands/prune-audit-log.command.js';
export * from './commands/record-deed.command.js';
export * from './commands/revoke-key.command.js';
export * from './commands/rotate-key.command.js';
export * from './commands/update-workspace.command.js';
export * from './queries/get-workspace.query.js';
export * from './queries/get-workspace-by-id.query.js';
export * from './queries/list-audit-entries.query.js';
export * from './queries/list-keys.query.js';
export * from './queries/list-workspaces.query.js';
export * from './workspaces.errors.js';
export * from './workspaces.module.js';
