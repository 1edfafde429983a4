/**
 * Who may ask what.
 *
 * workspace     the tenant: plan, time zone, currency, attribution window
 * plan          starter, pro or enterprise; grants entitlements and a rate
 * entitlement   a feature that a plan includes, such as revenueTracking
 * scope         what a key may do, such as links:read
 * key           a secret of one workspace; only its hash is kept
 */
export * from './plans.js';
export * from './scopes.js';
export * from './workspace.entity.js';
export * from './api-key.entity.js';
