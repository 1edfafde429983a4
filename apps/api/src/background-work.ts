import { TouchBacklog } from '@app/customers';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/** What a serving process does besides answering; the command line does none of it. */
@Injectable()
export class BackgroundWork implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(private readonly touches: TouchBacklog) {}

  onApplicationBootstrap(): void {
    this.touches.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.touches.stop();
  }
}
