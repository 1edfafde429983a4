var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var CliModule_1;
import { AnalyticsModule } from "../../../libs/analytics/src/index.js";
import { CustomersModule } from "../../../libs/customers/src/index.js";
import { PlatformModule } from "../../../libs/platform/src/index.js";
import { TrackingModule } from "../../../libs/tracking/src/index.js";
import { WorkspacesModule } from "../../../libs/workspaces/src/index.js";
import { Module } from '@nestjs/common';
/** The service without its doors: the same handlers, for the command line. */
let CliModule = CliModule_1 = class CliModule {
    static forRoot(env) {
        return {
            module: CliModule_1,
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
        };
    }
};
CliModule = CliModule_1 = __decorate([
    Module({})
], CliModule);
export { CliModule };
//# sourceMappingURL=cli.module.js.map