import { RunAgain, Statement } from "../../../platform/src/index.js";
/** Keys that share a bucket wait for each other without need: for 16 writers, one write in 100. */
const BUCKETS = 8_192;
/**
 * The server's lock table has room for some 6,400 locks by default, for everybody: for 20 writers of
 * this many. One that needs more takes the whole workspace instead.
 */
const MOST = 300;
const WORKSPACE = -1;
/** The workspace is shared by all writers, but for one that takes the whole of it. */
const ACQUIRE = new Statement('identity.lock', `with workspace as materialized (
     select pg_advisory_xact_lock_shared($1::int, ${String(WORKSPACE)})
   )
   select pg_advisory_xact_lock($1::int, bucket) from workspace, unnest($2::int[]) as bucket`);
const ACQUIRE_WORKSPACE = new Statement('identity.lock-workspace', `select pg_advisory_xact_lock($1::int, ${String(WORKSPACE)})`);
const TRY_ACQUIRE = new Statement('identity.try-lock', `select pg_try_advisory_xact_lock_shared($1::int, ${String(WORKSPACE)})
      and bool_and(pg_try_advisory_xact_lock($1::int, bucket)) as acquired
   from unnest($2::int[]) as bucket`);
/** FNV-1a, as a signed 32-bit integer. */
function hash(text) {
    let value = 0x811c9dc5;
    for (const byte of Buffer.from(text))
        value = Math.imul(value ^ byte, 0x01000193);
    return value | 0;
}
const bucketOf = (key) => (hash(key) >>> 8) % BUCKETS;
/**
 * The identity keys that a write holds until its end, so that a click and its claim, or a
 * conversion and its customer, that arrive at the same moment see each other.
 *
 * Writers wait for keys only at their start and in order, so they cannot wait in a circle. A key
 * that comes up later is taken if it is free; if not, the write runs again with it from the start.
 */
export class IdentityLocks {
    constructor(transaction, workspaceId, 
    /** Shared by all attempts of a write: what came up in one is waited for in the next. */
    wanted) {
        this.transaction = transaction;
        this.workspaceId = workspaceId;
        this.wanted = wanted;
        this.held = new Set();
        this.sinceSavepoint = [];
        this.holdsWorkspace = false;
    }
    static bucketsOf(keys) {
        return new Set(keys.map(bucketOf));
    }
    async acquireWanted() {
        if (this.wanted.size === 0)
            return;
        if (this.wanted.size > MOST) {
            await this.transaction.rows(ACQUIRE_WORKSPACE, [hash(this.workspaceId)]);
            this.holdsWorkspace = true;
            return;
        }
        const buckets = [...this.wanted].sort((a, b) => a - b);
        await this.transaction.rows(ACQUIRE, [hash(this.workspaceId), buckets]);
        for (const bucket of buckets)
            this.held.add(bucket);
    }
    /** Throws `RunAgain` when another write holds one of the keys, or they are too many. */
    async hold(...keys) {
        if (this.holdsWorkspace)
            return;
        const missing = [...new Set(keys.map(bucketOf))].filter((bucket) => !this.held.has(bucket));
        if (missing.length === 0)
            return;
        for (const bucket of missing)
            this.wanted.add(bucket);
        if (this.wanted.size > MOST)
            throw new RunAgain('The whole workspace is needed');
        const row = await this.transaction.first(TRY_ACQUIRE, [hash(this.workspaceId), missing]);
        if (!row?.acquired)
            throw new RunAgain('An identity key is held by another write');
        for (const bucket of missing)
            this.held.add(bucket);
        this.sinceSavepoint.push(...missing);
    }
    atSavepoint() {
        this.sinceSavepoint = [];
    }
    /** The server lets go of what was taken since the savepoint that is rolled back to. */
    afterRollback() {
        for (const bucket of this.sinceSavepoint)
            this.held.delete(bucket);
        this.sinceSavepoint = [];
    }
}
//# sourceMappingURL=identity-locks.js.map