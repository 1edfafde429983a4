import { DirectoryIndexing, TouchBacklog } from '@app/customers';
import { RepeatedWork } from '@app/platform';
import { IdempotentRequests } from '@app/workspaces';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';

const PAUSE_MS = 250;
const FORGETTING_PAUSE_MS = 60_000;

/** What a serving process does for its customers besides answering; the command line does none of it. */
@Injectable()
export class BackgroundWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly works: readonly RepeatedWork[];

  constructor(touches: TouchBacklog, directory: DirectoryIndexing, repeats: IdempotentRequests) {
    this.works = [
      new RepeatedWork('Touches', PAUSE_MS, (signal) => touches.round(signal)),
      new RepeatedWork('Directory', PAUSE_MS, (signal) => directory.round(signal)),
      new RepeatedWork('Idempotency', FORGETTING_PAUSE_MS, (signal) => repeats.forget(signal)),
    ];
  }

  onApplicationBootstrap(): void {
    for (const work of this.works) work.start();
  }

  /** Before the pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.works.map((work) => work.stop()));
  }
}
