var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var AnalyticsModule_1;
import { Module } from '@nestjs/common';
import { Database } from "../../platform/src/index.js";
import { AnalyticsStore } from './analytics-store.js';
import { NoneStore } from './none.store.js';
import { PostgresStore } from './postgres/postgres.store.js';
let AnalyticsModule = AnalyticsModule_1 = class AnalyticsModule {
    static forRoot({ backend, timeoutMs }) {
        const postgres = {
            provide: AnalyticsStore,
            inject: [Database],
            useFactory: (database) => new PostgresStore(database, timeoutMs),
        };
        const none = { provide: AnalyticsStore, useClass: NoneStore };
        return {
            module: AnalyticsModule_1,
            global: true,
            providers: [backend === 'postgres' ? postgres : none],
            exports: [AnalyticsStore],
        };
    }
};
AnalyticsModule = AnalyticsModule_1 = __decorate([
    Module({})
], AnalyticsModule);
export { AnalyticsModule };
//# sourceMappingURL=analytics.module.js.map