import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { randomUUID } from 'node:crypto';
import { Broadcast } from '../broadcast/broadcast.js';
import { Env } from '../config/env.js';
import { RedisLink } from '../redis/redis-link.js';
import { BoundedStore } from './bounded-store.js';
import { SharedSnapshots } from './shared-snapshots.js';
import { aboutOf, textOfKey, type SnapshotKey } from './snapshot-key.js';
import { SNAPSHOTS_DROPPED, SNAPSHOT_REFRESHED } from './snapshot-topics.js';
import type { Snapshot } from './snapshot.js';
import { etagOf } from './stored-snapshot.js';

function snapshotOf(json: string): Snapshot {
  // Of its own memory: a small Buffer.from would keep its neighbours' alive, too.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
  bytes.write(json);
  return { bytes, etag: etagOf(bytes), takenAt: Date.now() };
}

/** An answer, and whether it was stored before it was asked for. */
export interface Taken {
  snapshot: Snapshot;
  hit: boolean;
}

/** An answer on its way; when it is out of date before it is there, it is not stored. */
interface Computation {
  key: SnapshotKey;
  text: string;
  about: string | null;
  isOutdated: boolean;
}

/**
 * Answers that are kept for a while: in this process's memory, and in the Redis that instances share.
 * Equal questions at the same time are computed once; failures are never kept.
 */
@Injectable()
export class Snapshots {
  private readonly underWay = new Map<string, Promise<Taken>>();
  private readonly computations = new Set<Computation>();
  private readonly keysAbout = new Map<string, Set<string>>();
  private readonly ttl: number;
  private readonly id = randomUUID();

  /** Answers since the start: stored ones, and those that had to be computed. */
  hits = 0;
  misses = 0;

  constructor(
    env: Env,
    private readonly entries: BoundedStore,
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly shared: SharedSnapshots,
    private readonly redis: RedisLink,
    broadcast: Broadcast,
  ) {
    this.ttl = env.SNAPSHOT_TTL_MS;
    entries.listen((text) => {
      this.forget(text);
    });
    broadcast.on(SNAPSHOTS_DROPPED, ({ workspaceId, subject }) => {
      void this.drop(workspaceId, subject);
    });
    broadcast.onGap(() => {
      this.dropAboutRecords();
    });
    redis.on(SNAPSHOT_REFRESHED, ({ by, text, isDone }) => {
      if (by !== this.id) this.refreshedElsewhere(text, isDone);
    });
  }

  /** The stored answer, or a new one; with `fresh` a new one in any case, which replaces it. */
  async take(key: SnapshotKey, compute: () => Promise<string>, fresh = false): Promise<Taken> {
    const taken = await this.takeFor(key, compute, fresh);
    if (taken.hit) this.hits += 1;
    else this.misses += 1;
    return taken;
  }

  private async takeFor(
    key: SnapshotKey,
    compute: () => Promise<string>,
    fresh: boolean,
  ): Promise<Taken> {
    const text = textOfKey(key);
    if (this.ttl === 0) return { snapshot: snapshotOf(await compute()), hit: false };
    if (fresh) {
      // What has begun before may not show what this caller has just written.
      this.outdate((computation) => computation.text === text);
      void this.tellRefreshed(text, false);
    } else {
      const snapshot = await this.cache.get<Snapshot>(text);
      if (snapshot) return { snapshot, hit: true };
      const underWay = this.underWay.get(text);
      if (underWay) return underWay;
    }
    const computation = { key, text, about: aboutOf(key), isOutdated: false };
    const taken = this.obtain(computation, compute, fresh);
    this.underWay.set(text, taken);
    const done = (): void => {
      if (this.underWay.get(text) === taken) this.underWay.delete(text);
    };
    taken.then(done, done);
    return taken;
  }

  /** The stored answer to the question with this key, if it is in this process's memory. */
  find(text: string): Snapshot | undefined {
    return this.entries.find(text);
  }

  /** Drops all that is about one record; what is being computed about it is not stored. */
  async drop(workspaceId: string, subject: string): Promise<void> {
    const about = JSON.stringify([workspaceId, subject]);
    this.outdate((computation) => computation.about === about);
    const texts = [...(this.keysAbout.get(about) ?? [])];
    this.keysAbout.delete(about);
    await Promise.all([
      ...texts.map((text) => this.cache.del(text)),
      this.shared.drop(workspaceId, subject),
    ]);
  }

  /** Bytes that the stored answers take in this process, as they are counted. */
  bytes(): number {
    return this.entries.bytes();
  }

  /** Which records are no more is not known: nobody may have told this process. */
  private dropAboutRecords(): void {
    this.outdate((computation) => computation.about !== null);
    for (const about of this.keysAbout.keys()) {
      const [workspaceId, subject] = JSON.parse(about) as [string, string];
      void this.drop(workspaceId, subject);
    }
  }

  private refreshedElsewhere(text: string, isDone: boolean): void {
    if (isDone) void this.cache.del(text);
    else this.outdate((computation) => computation.text === text);
  }

  private outdate(concerns: (computation: Computation) => boolean): void {
    for (const computation of this.computations) {
      if (!concerns(computation)) continue;
      computation.isOutdated = true;
      this.underWay.delete(computation.text);
    }
  }

  /** Another instance's answer, or one that is computed. */
  private async obtain(
    computation: Computation,
    compute: () => Promise<string>,
    fresh: boolean,
  ): Promise<Taken> {
    const { key, text } = computation;
    this.computations.add(computation);
    try {
      const found = fresh ? undefined : await this.shared.find(key, text, this.ttl);
      const snapshot = found ?? snapshotOf(await compute());
      if (!computation.isOutdated) await this.store(computation, snapshot);
      if (!found && !computation.isOutdated) {
        const kept = this.shared.keep(key, text, snapshot, this.ttl);
        // Whoever wants it fresh finds it on the other instances, too.
        if (fresh) await Promise.all([kept, this.tellRefreshed(text, true)]);
      }
      return { snapshot, hit: found !== undefined };
    } finally {
      this.computations.delete(computation);
    }
  }

  private tellRefreshed(text: string, isDone: boolean): Promise<void> {
    return this.redis.announce(SNAPSHOT_REFRESHED, { by: this.id, text, isDone });
  }

  private async store(computation: Computation, snapshot: Snapshot): Promise<void> {
    const { text, about } = computation;
    const ttl = Math.min(this.ttl, snapshot.takenAt + this.ttl - Date.now());
    if (ttl <= 0) return;
    await this.cache.set(text, snapshot, ttl);
    // It may have become outdated while the store was at work.
    if (computation.isOutdated) await this.cache.del(text);
    else if (about !== null && this.entries.has(text)) this.remember(about, text);
  }

  private remember(about: string, text: string): void {
    const keys = this.keysAbout.get(about) ?? new Set();
    this.keysAbout.set(about, keys.add(text));
  }

  private forget(text: string): void {
    const [workspaceId, , subject] = JSON.parse(text) as [string, string, string | null];
    if (subject === null) return;
    const about = JSON.stringify([workspaceId, subject]);
    const keys = this.keysAbout.get(about);
    keys?.delete(text);
    if (keys?.size === 0) this.keysAbout.delete(about);
  }
}
