import { Broadcast, Metrics, RedisLink } from '@app/platform';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

/** What ties a serving process to the others; the command line has no part in it. */
@Injectable()
export class InstanceLinks implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly redis: RedisLink,
    private readonly broadcast: Broadcast,
    metrics: Metrics,
  ) {
    metrics.gauge('broadcast_listening', 'Whether announcements of other instances arrive.', () =>
      Number(broadcast.isListening),
    );
    if (!redis.isConfigured) return;
    metrics.gauge('redis_up', 'Whether snapshots and limits are shared through Redis now.', () =>
      Number(redis.isUp),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([this.redis.start(), this.broadcast.listen()]);
  }

  /** Once the last request has been answered. */
  async onApplicationShutdown(): Promise<void> {
    this.redis.stop();
    await this.broadcast.close();
  }
}
