var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var PlatformModule_1;
import { CacheModule } from '@nestjs/cache-manager';
import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SnapshotInterceptor } from './cache/snapshot.interceptor.js';
import { BoundedStore } from './cache/bounded-store.js';
import { Snapshots } from './cache/snapshots.js';
import { Env } from './config/env.js';
import { postgresOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import { ExchangeRate } from './money/exchange-rate.entity.js';
import { ExchangeRates } from './money/exchange-rates.store.js';
import { ImportRatesHandler } from './money/import-rates.command.js';
/** The floor of an application: configuration, database, buses, snapshots. */
let PlatformModule = PlatformModule_1 = class PlatformModule {
    static forRoot(env) {
        const postgres = postgresOptions({
            url: env.DATABASE_URL,
            poolSize: env.DATABASE_POOL_SIZE,
            statementTimeoutMs: env.DATABASE_TIMEOUT_MS,
        });
        const providers = [
            { provide: Env, useValue: env },
            { provide: BoundedStore, useValue: new BoundedStore(env.SNAPSHOT_MAX_BYTES) },
            Database,
            ExchangeRates,
            ImportRatesHandler,
            Snapshots,
            SnapshotInterceptor,
        ];
        return {
            module: PlatformModule_1,
            imports: [
                CqrsModule.forRoot(),
                CacheModule.registerAsync({
                    inject: [BoundedStore],
                    useFactory: (store) => ({ stores: [store.asKeyv()] }),
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
};
PlatformModule = PlatformModule_1 = __decorate([
    Global(),
    Module({})
], PlatformModule);
export { PlatformModule };
//# sourceMappingURL=platform.module.js.map