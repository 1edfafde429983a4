import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
/** An object, its Map entry and its timer, roughly; text is counted at two bytes a unit. */
const OVERHEAD_BYTES = 500;
/** Snapshots in memory, the least recently used dropped when they would take too many bytes. */
export class BoundedStore {
    constructor(maxBytes) {
        this.onDrop = () => undefined;
        this.entries = new LRUCache({
            maxSize: Math.max(1, maxBytes),
            sizeCalculation: ({ value }, key) => OVERHEAD_BYTES + 2 * (value.json.length + 2 * key.length),
            dispose: (_entry, key, reason) => {
                if (reason !== 'set')
                    this.onDrop(key);
            },
        });
    }
    /** Tells who listens of every key that is no longer here, whatever the reason. */
    listen(onDrop) {
        this.onDrop = onDrop;
    }
    /** As cache-manager wants it: objects are kept as they are, not as text of text. */
    asKeyv() {
        const { entries } = this;
        return new Keyv({
            store: {
                opts: {},
                get: (key) => entries.get(key),
                set: (key, entry, ttl) => {
                    entries.set(key, entry, ttl === undefined ? {} : { ttl });
                },
                delete: (key) => entries.delete(key),
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
    /** False also for what was too large to be kept. */
    has(key) {
        return this.entries.has(key);
    }
    bytes() {
        return this.entries.calculatedSize;
    }
}
//# sourceMappingURL=bounded-store.js.map