import { Statement } from "../../../platform/src/index.js";
/**
 * All writes of a workspace go through its lane, one transaction after the other, on whatever
 * instance: so each sees all that the ones before it did. Held until the transaction ends.
 */
export const ENTER_LANE = new Statement('ledger.enter-lane', 'select pg_advisory_xact_lock($1::int, -1)');
/** The lane of a workspace: FNV-1a of its id, as a signed 32-bit integer. */
export function laneOf(workspaceId) {
    let value = 0x811c9dc5;
    for (const byte of Buffer.from(workspaceId))
        value = Math.imul(value ^ byte, 0x01000193);
    return value | 0;
}
/** What a write has to know of its workspace: not what a caller remembers, but what stands now. */
export const LANE_STATE = new Statement('ledger.lane-state', `select timezone, rollups_built_at as "rollupsBuiltAt" from workspaces where id = $1`);
//# sourceMappingURL=lane.js.map