import {
  Click,
  CohortCell,
  CohortDelta,
  Conversion,
  RetentionCell,
  SpendingCell,
  Touch,
} from '@app/analytics';
import { Claim, Customer, CustomerVisitor, PendingTouch } from '@app/customers';
import { ExchangeRate, postgresOptions, type PostgresSettings } from '@app/platform';
import { ApiKey, Workspace } from '@app/workspaces';
import type { DataSourceOptions } from 'typeorm';

/** Every table of the service, for whoever migrates it or compares it with its entities. */
export const ormOptions = (settings: PostgresSettings): DataSourceOptions => ({
  ...postgresOptions(settings),
  entities: [
    ApiKey,
    Claim,
    Click,
    CohortCell,
    CohortDelta,
    Conversion,
    Customer,
    CustomerVisitor,
    ExchangeRate,
    PendingTouch,
    RetentionCell,
    SpendingCell,
    Touch,
    Workspace,
  ],
});
