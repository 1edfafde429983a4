import { Injectable } from '@nestjs/common';
import { Broadcast, Database, Statement } from '@app/platform';
import { LRUCache } from 'lru-cache';
import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../scopes.js';
import type { Workspace } from '../workspace.entity.js';
import { KeyInvalid } from './access.errors.js';
import type { Caller } from './caller.js';
import { KEY_CHANGED, WORKSPACE_CHANGED } from './changes.js';
import { digestOf, hashOf, isSameHash } from './secret.js';

/** A revoked key works on for this long at most, also where no announcement of it arrives. */
const REMEMBERED_MS = 1_000;
const MOST_KEYS = 10_000;

interface KeyRow extends Workspace {
  keyId: string;
  hash: Buffer;
  scopes: Scope[];
  expiresAt: Date | null;
  revokedAt: Date | null;
}

const KEY_BY_HASH = new Statement<KeyRow>(
  'access.key-by-hash',
  `select k.id as "keyId", k.hash, k.scopes, k.expires_at as "expiresAt",
          k.revoked_at as "revokedAt", w.id, w.slug, w.name, w.plan, w.timezone, w.currency,
          w.attribution_window_days as "attributionWindowDays",
          w.hash_secret as "hashSecret", w.created_at as "createdAt",
          w.rollups_built_at as "rollupsBuiltAt"
   from api_keys k join workspaces w on w.id = k.workspace_id
   where k.hash = $1`,
);

/** A key that was looked up. */
interface KnownKey {
  caller: Caller;
  expiresAt: number;
  isRevoked: boolean;
  /** When it has to be looked up again, on the clock of `performance.now()`. */
  until: number;
}

/** Finds the caller behind a key. */
@Injectable()
export class ApiKeys {
  /** In the order of their look-ups: a Map is the quickest to ask, once a request. */
  private readonly known = new Map<string, KnownKey>();
  private readonly lastOf = new WeakMap<object, { secret: string; digest: string }>();
  private readonly lookUps = new Map<string, Promise<KnownKey | undefined>>();
  /** How often something was announced to have changed. */
  private changes = 0;
  private readonly workspaces = new LRUCache<string, Workspace>({ max: MOST_KEYS });

  constructor(
    private readonly database: Database,
    broadcast: Broadcast,
  ) {
    broadcast.on(KEY_CHANGED, ({ keyId }) => {
      this.forget(({ caller }) => caller.keyId === keyId);
    });
    broadcast.on(WORKSPACE_CHANGED, ({ workspaceId }) => {
      this.forget(({ caller }) => caller.workspace.id === workspaceId);
    });
    broadcast.onGap(() => {
      this.forget(() => true);
    });
  }

  /**
   * The caller behind a key of the last seconds. Throws `KeyInvalid` like `callerOf`. A connection
   * sends the same key again and again: it is hashed once for all of them.
   */
  remembered(secret: string, connection: object): Caller | undefined {
    let last = this.lastOf.get(connection);
    if (last?.secret !== secret) {
      last = { secret, digest: digestOf(secret) };
      this.lastOf.set(connection, last);
    }
    const known = this.recent(last.digest);
    return known && callerIn(known);
  }

  /** Throws `KeyInvalid` for a key that is unknown, expired or revoked. */
  async callerOf(secret: string): Promise<Caller> {
    const digest = digestOf(secret);
    const known = this.recent(digest) ?? (await this.lookUp(secret, digest));
    if (!known) throw new KeyInvalid(true);
    return callerIn(known);
  }

  /** A failure is not remembered, nor an unknown key: it may be made in the next second. */
  private lookUp(secret: string, digest: string): Promise<KnownKey | undefined> {
    const under = this.lookUps.get(digest);
    if (under) return under;
    const found = this.find(secret, digest).finally(() => {
      if (this.lookUps.get(digest) === found) this.lookUps.delete(digest);
    });
    this.lookUps.set(digest, found);
    return found;
  }

  private async find(secret: string, digest: string): Promise<KnownKey | undefined> {
    const until = performance.now() + REMEMBERED_MS;
    const { changes } = this;
    const hash = hashOf(secret);
    const row = await this.database.first(KEY_BY_HASH, [hash]);
    if (!row || !isSameHash(row.hash, hash)) return undefined;
    const { keyId, hash: _hash, scopes, expiresAt, revokedAt, ...workspace } = row;
    const known: KnownKey = {
      caller: { keyId, scopes, workspace: this.sameWorkspace(workspace) },
      expiresAt: expiresAt?.getTime() ?? Infinity,
      isRevoked: revokedAt !== null,
      until,
    };
    // What was read before a change may be what has changed.
    if (changes === this.changes) this.remember(digest, known);
    return known;
  }

  private forget(concerns: (key: KnownKey) => boolean): void {
    this.changes += 1;
    this.lookUps.clear();
    for (const [digest, key] of this.known) {
      if (concerns(key)) this.known.delete(digest);
    }
  }

  private recent(digest: string): KnownKey | undefined {
    const known = this.known.get(digest);
    return known && known.until > performance.now() ? known : undefined;
  }

  private remember(digest: string, key: KnownKey): void {
    this.known.delete(digest);
    if (this.known.size >= MOST_KEYS) {
      const oldest = this.known.keys().next();
      if (!oldest.done) this.known.delete(oldest.value);
    }
    this.known.set(digest, key);
  }

  /** One object for as long as nothing of the workspace changes: others tell by it what they know. */
  private sameWorkspace(current: Workspace): Workspace {
    const last = this.workspaces.get(current.id);
    if (last && isDeepStrictEqual(last, current)) return last;
    this.workspaces.set(current.id, current);
    return current;
  }
}

function callerIn({ caller, expiresAt, isRevoked }: KnownKey): Caller {
  if (isRevoked || expiresAt <= Date.now()) throw new KeyInvalid(false);
  return caller;
}
