import {
  Click,
  CohortCell,
  CohortDelta,
  Conversion,
  ConversionCell,
  ConversionDelta,
  RetentionCell,
  SpendingCell,
  Touch,
} from '@app/analytics';
import {
  Claim,
  Customer,
  CustomerVisitor,
  DirectoryEntry,
  DirectoryWeek,
  PendingTouch,
} from '@app/customers';
import { ExchangeRate, postgresOptions, type PostgresSettings } from '@app/platform';
import { ApiKey, AuditEntry, IdempotentAnswer, Workspace } from '@app/workspaces';
import type { DataSourceOptions } from 'typeorm';

/** Every table of the service, for whoever migrates it or compares it with its entities. */
export const ormOptions = (settings: PostgresSettings): DataSourceOptions => ({
  ...postgresOptions(settings),
  entities: [
    ApiKey,
    AuditEntry,
    Claim,
    Click,
    CohortCell,
    CohortDelta,
    Conversion,
    ConversionCell,
    ConversionDelta,
    Customer,
    CustomerVisitor,
    DirectoryEntry,
    DirectoryWeek,
    ExchangeRate,
    IdempotentAnswer,
    PendingTouch,
    RetentionCell,
    SpendingCell,
    Touch,
    Workspace,
  ],
});
