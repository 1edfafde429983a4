export type { Batch, BatchItem } from './batch.js';
export {
  CustomersClient,
  type CohortsQuery,
  type CountCustomersQuery,
  type ListCustomersQuery,
  type LtvCohortsQuery,
} from './client.js';
export type { Conversions, ListConversionsQuery } from './conversions.js';
export {
  CustomersAbortError,
  CustomersApiError,
  CustomersNetworkError,
  CustomersTimeoutError,
  type ClientErrorCode,
} from './errors.js';
export type { CustomerRef } from './ids.js';
export type { Journey, JourneyQuery } from './journey.js';
export type { AnalyticsOptions, CallOptions, ClientOptions, WriteOptions } from './options.js';
export type { List, Page } from './pages.js';
export type * from './schema.js';
export type { Track } from './track.js';
