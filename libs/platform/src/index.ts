/**
 * The floor: what every lib stands on and no domain knows.
 *
 * statement     a named SQL text that each connection prepares once
 * minor units   money is an integer of a currency's smallest unit
 * instant       a point in time, to the millisecond; a day, week or month needs a time zone
 * snapshot      a stored answer with its age and its ETag
 */
export * from './errors/app-error.js';
export * from './errors/error-reference.js';
export * from './ids/ids.js';
export * from './money/rounding.js';
export * from './money/currency.js';
export * from './money/conversion-rate.js';
export * from './money/exchange-rate.entity.js';
export * from './database/statement.js';
export * from './database/records.js';
export * from './database/database.js';
export { Transaction } from './database/transaction.js';
export * from './database/database-errors.js';
export * from './database/data-source.js';
export * from './database/advisory-lock.js';
export * from './database/migrate.js';
export * from './database/backup/backup.error.js';
export { writeBackup } from './database/backup/write-backup.js';
export { restoreBackup } from './database/backup/restore-backup.js';
export type { BackupHeader } from './database/backup/backup-format.js';
export * from './time/instant.js';
export * from './time/calendar.js';
export * from './time/range.js';
export * from './time/local-calendar.js';
export * from './validation/text.js';
export * from './validation/parameters.js';
export * from './validation/read-dto.js';
export * from './validation/compiled-dto.js';
export * from './background/repeated-work.js';
export * from './config/env.js';
export * from './config/variable.js';
export * from './errors/transport-errors.js';
export * from './errors/to-app-error.js';
export * from './http/page.js';
export * from './http/schema-shapes.js';
export * from './http/paging.dto.js';
export * from './http/paging.js';
export * from './http/envelope.adapter.js';
export * from './http/draining.js';
export * from './http/envelope.js';
export * from './http/error.filter.js';
export * from './http/inbound.js';
export * from './http/replayed-answer.js';
export * from './messages/message.js';
export * from './messages/message-dispatcher.js';
export * from './messages/message-transport.js';
export * from './messages/message-inputs.js';
export * from './http/error-status.js';
export * from './http/json-body.js';
export * from './http/request-id.js';
export * from './http/request-reader.guard.js';
export * from './http/unknown-routes.js';
export * from './logging/event-log.js';
export * from './logging/logger.js';
export * from './logging/request-log.js';
export * from './logging/request-logger.js';
export * from './logging/request-origin.js';
export * from './text/canonical-json.js';
export * from './text/compare-text.js';
export * from './validation/fields.js';
export * from './http/cursor.js';
export * from './broadcast/topic.js';
export * from './broadcast/announce.js';
export * from './broadcast/broadcast.js';
export * from './redis/redis-link.js';
export * from './cache/snapshot-key.js';
export * from './cache/snapshot-topics.js';
export * from './cache/snapshots.js';
export * from './cache/snapshot-shortcut.js';
export * from './cache/snapshot-answer.js';
export * from './cache/snapshot.interceptor.js';
export * from './money/exchange-rates.store.js';
export * from './metrics/metrics.js';
export * from './platform.module.js';
export * from './database/sql.js';
export * from './http/malformed-requests.js';
export * from './database/embedded/embedded-postgres.js';
export * from './money/parse-rates.js';
export * from './money/import-rates.command.js';
export * from './database/open-database.js';
