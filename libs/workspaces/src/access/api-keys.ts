import { Injectable } from '@nestjs/common';
import { Database, Statement } from '@app/platform';
import { LRUCache } from 'lru-cache';
import type { Scope } from '../scopes.js';
import type { Workspace } from '../workspace.entity.js';
import { KeyInvalid } from './access.errors.js';
import type { Caller } from './caller.js';
import { hashOf, isSameHash } from './secret.js';

/** A revoked key works on for this long at most. */
const REMEMBERED_MS = 5_000;

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

/** Finds the caller behind a key. */
@Injectable()
export class ApiKeys {
  private readonly remembered = new LRUCache<string, Promise<KeyRow | undefined>>({
    max: 10_000,
    ttl: REMEMBERED_MS,
  });

  constructor(private readonly database: Database) {}

  /** Throws `KeyInvalid` for a key that is unknown, expired or revoked. */
  async callerOf(secret: string): Promise<Caller> {
    const row = await this.find(secret);
    const isOver = row?.expiresAt && row.expiresAt.getTime() <= Date.now();
    if (!row || row.revokedAt || isOver) throw new KeyInvalid(row === undefined);
    const {
      keyId,
      hash: _hash,
      scopes,
      expiresAt: _expires,
      revokedAt: _revoked,
      ...workspace
    } = row;
    return { keyId, scopes, workspace };
  }

  private find(secret: string): Promise<KeyRow | undefined> {
    const hash = hashOf(secret);
    const key = hash.toString('base64');
    const remembered = this.remembered.get(key);
    if (remembered) return remembered;
    const found = this.database
      .first(KEY_BY_HASH, [hash])
      .then((row) => (row && isSameHash(row.hash, hash) ? row : undefined));
    this.remembered.set(key, found);
    // A failed look-up must not be remembered, and an unknown key may be made in the next second.
    found.then(
      (row) => row ?? this.remembered.delete(key),
      () => this.remembered.delete(key),
    );
    return found;
  }
}
