import { ServiceUnavailable } from "../../../platform/src/index.js";
/**
 * Lets so many writers of one workspace run at the same time. Writers wait for each other's keys with
 * a connection in their hands: without a gate, one busy workspace would hold all of the pool, and
 * everybody else's reads would wait with it.
 */
export class WriterGate {
    constructor(width, 
    /** The longest that a writer waits for its turn. */
    timeoutMs) {
        this.width = width;
        this.timeoutMs = timeoutMs;
        this.lanes = new Map();
    }
    /** Throws `ServiceUnavailable` when its turn does not come in time; then nothing was done. */
    async pass(workspaceId, work) {
        await this.enter(workspaceId);
        try {
            return await work();
        }
        finally {
            this.leave(workspaceId);
        }
    }
    async enter(workspaceId) {
        const lane = this.lanes.get(workspaceId) ?? { running: 0, waiting: new Set() };
        this.lanes.set(workspaceId, lane);
        if (lane.running < this.width) {
            lane.running += 1;
            return;
        }
        // Whoever leaves hands its place over, so `running` stays as it is.
        await new Promise((resolve, reject) => {
            const turn = () => {
                clearTimeout(timer);
                resolve();
            };
            const timer = setTimeout(() => {
                lane.waiting.delete(turn);
                reject(new ServiceUnavailable('Too many writes wait for this workspace; try again.'));
            }, this.timeoutMs);
            lane.waiting.add(turn);
        });
    }
    leave(workspaceId) {
        const lane = this.lanes.get(workspaceId);
        if (!lane)
            return;
        const [next] = lane.waiting;
        if (next) {
            lane.waiting.delete(next);
            next();
            return;
        }
        lane.running -= 1;
        if (lane.running === 0)
            this.lanes.delete(workspaceId);
    }
}
//# sourceMappingURL=writer-gate.js.map