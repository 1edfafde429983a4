/**
 * Lets so many writers of one workspace run at the same time. Writers wait for each other's keys with
 * a connection in their hands: without a gate, one busy workspace would hold all of the pool, and
 * everybody else's reads would wait with it.
 */
export class WriterGate {
  private readonly lanes = new Map<string, { running: number; waiting: (() => void)[] }>();

  constructor(private readonly width: number) {}

  async pass<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    await this.enter(workspaceId);
    try {
      return await work();
    } finally {
      this.leave(workspaceId);
    }
  }

  private async enter(workspaceId: string): Promise<void> {
    const lane = this.lanes.get(workspaceId) ?? { running: 0, waiting: [] };
    this.lanes.set(workspaceId, lane);
    if (lane.running < this.width) lane.running += 1;
    // Whoever leaves hands its place over, so `running` stays as it is.
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
  }

  private leave(workspaceId: string): void {
    const lane = this.lanes.get(workspaceId);
    const next = lane?.waiting.shift();
    if (next) next();
    else if (lane && (lane.running -= 1) === 0) this.lanes.delete(workspaceId);
  }
}
