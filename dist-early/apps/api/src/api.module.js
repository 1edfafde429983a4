var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var ApiModule_1;
import { AnalyticsModule } from "../../../libs/analytics/src/index.js";
import { CustomersModule } from "../../../libs/customers/src/index.js";
import { PlatformModule } from "../../../libs/platform/src/index.js";
import { TrackingModule } from "../../../libs/tracking/src/index.js";
import { ApiKeyGuard, EntitlementGuard, ScopeGuard, WorkspacesModule } from "../../../libs/workspaces/src/index.js";
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthController } from './health.controller.js';
/** The composition root: what the service is made of. */
let ApiModule = ApiModule_1 = class ApiModule {
    static forRoot(env) {
        return {
            module: ApiModule_1,
            imports: [
                PlatformModule.forRoot(env),
                AnalyticsModule.forRoot({
                    backend: env.ANALYTICS_BACKEND,
                    timeoutMs: env.ANALYTICS_TIMEOUT_MS,
                }),
                WorkspacesModule,
                CustomersModule,
                TrackingModule,
            ],
            controllers: [HealthController],
            // In the order of SPEC section 3.
            providers: [
                { provide: APP_GUARD, useClass: ApiKeyGuard },
                { provide: APP_GUARD, useClass: EntitlementGuard },
                { provide: APP_GUARD, useClass: ScopeGuard },
            ],
        };
    }
};
ApiModule = ApiModule_1 = __decorate([
    Module({})
], ApiModule);
export { ApiModule };
//# sourceMappingURL=api.module.js.map