import { CacheModule } from '@nestjs/cache-manager';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Broadcast } from './broadcast/broadcast.js';
import { SnapshotInterceptor } from './cache/snapshot.interceptor.js';
import { BoundedStore } from './cache/bounded-store.js';
import { SharedSnapshots } from './cache/shared-snapshots.js';
import { SnapshotShortcut } from './cache/snapshot-shortcut.js';
import { Snapshots } from './cache/snapshots.js';
import { Env } from './config/env.js';
import { postgresOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import type { DatabaseEnv } from './database/open-database.js';
import { Exports } from './exports/exports.js';
import { RowStreams } from './exports/row-streams.js';
import { Readiness } from './database/readiness.js';
import { ExchangeRate } from './money/exchange-rate.entity.js';
import { ExchangeRates } from './money/exchange-rates.store.js';
import { EventLog } from './logging/event-log.js';
import { Draining } from './http/draining.js';
import { MessageDispatcher } from './messages/message-dispatcher.js';
import { Metrics } from './metrics/metrics.js';
import { ImportRatesHandler } from './money/import-rates.command.js';
import { RedisLink } from './redis/redis-link.js';

/** The floor of an application: configuration, database, buses, snapshots. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(env: DatabaseEnv): DynamicModule {
    const postgres = postgresOptions({
      url: env.DATABASE_URL,
      poolSize: env.DATABASE_POOL_SIZE,
      statementTimeoutMs: env.DATABASE_TIMEOUT_MS,
    });
    const providers = [
      { provide: Env, useValue: env },
      { provide: BoundedStore, useValue: new BoundedStore(env.SNAPSHOT_MAX_BYTES) },
      Database,
      Readiness,
      ExchangeRates,
      ImportRatesHandler,
      Broadcast,
      RedisLink,
      SharedSnapshots,
      RowStreams,
      Exports,
      Snapshots,
      SnapshotShortcut,
      Metrics,
      MessageDispatcher,
      Draining,
      EventLog,
      SnapshotInterceptor,
    ];
    return {
      module: PlatformModule,
      imports: [
        CqrsModule.forRoot(),
        CacheModule.registerAsync({
          inject: [BoundedStore],
          useFactory: (store: BoundedStore) => ({ stores: [store.asKeyv()] }),
        }),
        TypeOrmModule.forRoot({
          ...postgres,
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        TypeOrmModule.forFeature([ExchangeRate]),
      ],
      providers,
      exports: [...providers, CqrsModule],
    };
  }
}
