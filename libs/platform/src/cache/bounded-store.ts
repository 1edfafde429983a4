import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { Snapshot } from './snapshot.js';

/** What Keyv hands to a store: the value and when it expires. */
interface Entry {
  value: Snapshot;
}

/** Objects, a Map entry and a timer, roughly; a key is kept twice, at two bytes a unit. */
const OVERHEAD_BYTES = 500;

/** Snapshots in memory, the least recently used dropped when they would take too many bytes. */
export class BoundedStore {
  private readonly entries: LRUCache<string, Entry>;
  private onDrop: (key: string) => void = () => undefined;

  constructor(maxBytes: number) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ value }, key) => OVERHEAD_BYTES + value.bytes.length + 4 * key.length,
      dispose: (_entry, key, reason) => {
        if (reason !== 'set') this.onDrop(key);
      },
    });
  }

  /** Tells who listens of every key that is no longer here, whatever the reason. */
  listen(onDrop: (key: string) => void): void {
    this.onDrop = onDrop;
  }

  /** As cache-manager wants it: objects are kept as they are, not as text of text. */
  asKeyv(): Keyv {
    const { entries } = this;
    return new Keyv({
      store: {
        opts: {},
        get: (key: string) => entries.get(key),
        set: (key: string, entry: Entry, ttl?: number) => {
          entries.set(key, entry, ttl === undefined ? {} : { ttl });
        },
        delete: (key: string) => entries.delete(key),
        clear: () => {
          entries.clear();
        },
      },
      namespace: undefined,
      serialize: undefined,
      deserialize: undefined,
      useKeyPrefix: false,
    });
  }

  /** What is here now, without a promise. */
  find(key: string): Snapshot | undefined {
    return this.entries.get(key)?.value;
  }

  /** False also for what was too large to be kept. */
  has(key: string): boolean {
    return this.entries.has(key);
  }

  bytes(): number {
    return this.entries.calculatedSize;
  }
}
