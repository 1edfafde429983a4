import { AnalyticsModule } from '@app/analytics';
import { CustomersModule } from '@app/customers';
import { PlatformModule, type DatabaseEnv } from '@app/platform';
import { TrackingModule } from '@app/tracking';
import { WorkspacesModule } from '@app/workspaces';
import { Module, type DynamicModule } from '@nestjs/common';

/** The service without its doors: the same handlers, for the command line. */
@Module({})
export class CliModule {
  static forRoot(env: DatabaseEnv): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.forRoot(env),
        AnalyticsModule.forRoot({
          backend: env.ANALYTICS_BACKEND,
          timeoutMs: env.ANALYTICS_TIMEOUT_MS,
          // The servers fold: a command would only get in their way.
          foldMs: 0,
        }),
        WorkspacesModule,
        CustomersModule,
        TrackingModule,
      ],
    };
  }
}
