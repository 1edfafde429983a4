import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from '@app/platform';
import { AnalyticsStore } from './analytics-store.js';
import { NoneStore } from './none.store.js';
import { PostgresStore } from './postgres/postgres.store.js';

export interface AnalyticsSettings {
  backend: 'postgres' | 'none';
  /** The longest that a question may take, in milliseconds. */
  timeoutMs: number;
}

@Module({})
export class AnalyticsModule {
  static forRoot({ backend, timeoutMs }: AnalyticsSettings): DynamicModule {
    const postgres = {
      provide: AnalyticsStore,
      inject: [Database],
      useFactory: (database: Database) => new PostgresStore(database, timeoutMs),
    };
    const none = { provide: AnalyticsStore, useClass: NoneStore };
    return {
      module: AnalyticsModule,
      global: true,
      providers: [backend === 'postgres' ? postgres : none],
      exports: [AnalyticsStore],
    };
  }
}
