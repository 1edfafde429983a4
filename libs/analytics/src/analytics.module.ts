import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from '@app/platform';
import { AnalyticsStore } from './analytics-store.js';
import { NoneStore } from './none.store.js';
import { PostgresStore } from './postgres/postgres.store.js';
import { RollupFolder } from './rollups/rollup-folder.js';

export interface AnalyticsSettings {
  backend: 'postgres' | 'none';
  /** The longest that a question may take, in milliseconds. */
  timeoutMs: number;
  /** Milliseconds between two looks for rollups to fold or to build; 0 for never. */
  foldMs: number;
}

@Module({})
export class AnalyticsModule {
  static forRoot({ backend, timeoutMs, foldMs }: AnalyticsSettings): DynamicModule {
    const postgres = {
      provide: AnalyticsStore,
      inject: [Database],
      useFactory: (database: Database) => new PostgresStore(database, timeoutMs),
    };
    const none = { provide: AnalyticsStore, useClass: NoneStore };
    const folder = {
      provide: RollupFolder,
      inject: [Database],
      useFactory: (database: Database) => new RollupFolder(database, foldMs),
    };
    return {
      module: AnalyticsModule,
      global: true,
      // Writes go on without a backend, and so must the folding of what they append.
      providers: [backend === 'postgres' ? postgres : none, folder],
      exports: [AnalyticsStore, RollupFolder],
    };
  }
}
