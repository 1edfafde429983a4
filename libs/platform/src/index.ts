/**
 * The floor: what every lib stands on and no domain knows.
 *
 * statement     a named SQL text that each connection prepares once
 * minor units   money is an integer of a currency's smallest unit
 * instant       a point in time, to the millisecond; a day, week or month needs a time zone
 * snapshot      a stored answer with its age and its ETag
 */
export * from './errors/app-error.js';
export * from './ids/ids.js';
export * from './money/rounding.js';
export * from './money/currency.js';
export * from './money/conversion-rate.js';
export * from './money/exchange-rate.entity.js';
export * from './database/statement.js';
export * from './database/database.js';
export * from './database/database-errors.js';
export * from './database/data-source.js';
export * from './database/migrate.js';
export * from './time/instant.js';
export * from './time/calendar.js';
export * from './time/range.js';
export * from './validation/text.js';
export * from './validation/parameters.js';
