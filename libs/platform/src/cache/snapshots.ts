import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { createHash } from 'node:crypto';
import { Env } from '../config/env.js';
import { canonicalJson } from '../text/canonical-json.js';
import { BoundedStore } from './bounded-store.js';
import type { Snapshot } from './snapshot.js';

/** What a snapshot answers; `subject` is the record that it is about, if it is about one. */
export interface SnapshotKey {
  workspaceId: string;
  question: string;
  subject?: string;
  /** The parsed parameters, with their defaults. */
  params: object;
}

const aboutOf = ({ workspaceId, subject }: SnapshotKey): string | null =>
  subject === undefined ? null : JSON.stringify([workspaceId, subject]);

function snapshotOf(json: string): Snapshot {
  // Of its own memory: a small Buffer.from would keep its neighbours' alive, too.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
  bytes.write(json);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, etag: `"${digest.slice(0, 27)}"`, takenAt: Date.now() };
}

/** The workspace comes first, and JSON keeps a crafted parameter from running into the next. */
export const textOfKey = ({ workspaceId, question, subject, params }: SnapshotKey): string =>
  canonicalJson([workspaceId, question, subject ?? null, params]);

/** An answer on its way; when it is out of date before it is there, it is not stored. */
interface Computation {
  text: string;
  about: string | null;
  isOutdated: boolean;
}

/**
 * Answers that are kept for a while in this process's memory. Equal questions at the same time are
 * computed once; failures are never kept.
 */
@Injectable()
export class Snapshots {
  private readonly shared = new Map<string, Promise<Snapshot>>();
  private readonly computations = new Set<Computation>();
  private readonly keysAbout = new Map<string, Set<string>>();
  private readonly ttl: number;

  /** Answers since the start: stored ones, and those that had to be computed. */
  hits = 0;
  misses = 0;

  constructor(
    env: Env,
    private readonly entries: BoundedStore,
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
  ) {
    this.ttl = env.SNAPSHOT_TTL_MS;
    entries.listen((text) => {
      this.forget(text);
    });
  }

  /** The stored answer, or a new one; with `fresh` a new one in any case, which replaces it. */
  async take(
    key: SnapshotKey,
    compute: () => Promise<string>,
    fresh = false,
  ): Promise<{ snapshot: Snapshot; hit: boolean }> {
    const taken = await this.takeFor(key, compute, fresh);
    if (taken.hit) this.hits += 1;
    else this.misses += 1;
    return taken;
  }

  private async takeFor(
    key: SnapshotKey,
    compute: () => Promise<string>,
    fresh: boolean,
  ): Promise<{ snapshot: Snapshot; hit: boolean }> {
    const text = textOfKey(key);
    if (this.ttl === 0) return { snapshot: snapshotOf(await compute()), hit: false };
    if (fresh) {
      // What has begun before may not show what this caller has just written.
      this.outdate((computation) => computation.text === text);
    } else {
      const stored = await this.cache.get<Snapshot>(text);
      if (stored) return { snapshot: stored, hit: true };
      const shared = this.shared.get(text);
      if (shared) return { snapshot: await shared, hit: false };
    }
    const snapshot = this.compute({ text, about: aboutOf(key), isOutdated: false }, compute);
    this.shared.set(text, snapshot);
    const done = (): void => {
      if (this.shared.get(text) === snapshot) this.shared.delete(text);
    };
    snapshot.then(done, done);
    return { snapshot: await snapshot, hit: false };
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
    await Promise.all(texts.map((text) => this.cache.del(text)));
  }

  /** Bytes that the stored answers take, as they are counted. */
  bytes(): number {
    return this.entries.bytes();
  }

  private outdate(concerns: (computation: Computation) => boolean): void {
    for (const computation of this.computations) {
      if (!concerns(computation)) continue;
      computation.isOutdated = true;
      this.shared.delete(computation.text);
    }
  }

  private async compute(computation: Computation, work: () => Promise<string>): Promise<Snapshot> {
    this.computations.add(computation);
    try {
      const snapshot = snapshotOf(await work());
      if (!computation.isOutdated) await this.store(computation, snapshot);
      return snapshot;
    } finally {
      this.computations.delete(computation);
    }
  }

  private async store(computation: Computation, snapshot: Snapshot): Promise<void> {
    const { text, about } = computation;
    await this.cache.set(text, snapshot, this.ttl);
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
