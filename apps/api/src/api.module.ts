import { AnalyticsModule } from '@app/analytics';
import { CustomersModule } from '@app/customers';
import { PlatformModule, RequestReader, type DatabaseEnv } from '@app/platform';
import { TrackingModule } from '@app/tracking';
import { ApiKeyGuard, EntitlementGuard, ScopeGuard, WorkspacesModule } from '@app/workspaces';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BackgroundWork } from './background-work.js';
import { HealthController } from './health.controller.js';
import { InstanceLinks } from './instance-links.js';

/** The composition root: what the service is made of. */
@Module({})
export class ApiModule {
  static forRoot(env: DatabaseEnv): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(env),
        AnalyticsModule.forRoot({
          backend: env.ANALYTICS_BACKEND,
          timeoutMs: env.ANALYTICS_TIMEOUT_MS,
          foldMs: env.ROLLUP_FOLD_MS,
        }),
        WorkspacesModule,
        CustomersModule,
        TrackingModule,
      ],
      controllers: [HealthController],
      // In the order of SPEC section 3.
      providers: [
        BackgroundWork,
        InstanceLinks,
        { provide: APP_GUARD, useClass: ApiKeyGuard },
        { provide: APP_GUARD, useClass: EntitlementGuard },
        { provide: APP_GUARD, useClass: ScopeGuard },
        { provide: APP_GUARD, useClass: RequestReader },
      ],
    };
  }
}
