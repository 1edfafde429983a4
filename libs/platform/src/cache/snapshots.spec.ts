import { createCache } from 'cache-manager';
import { DataSource } from 'typeorm';
import { Broadcast } from '../broadcast/broadcast.js';
import { Env } from '../config/env.js';
import { Database } from '../database/database.js';
import { RedisLink } from '../redis/redis-link.js';
import { BoundedStore } from './bounded-store.js';
import { SharedSnapshots } from './shared-snapshots.js';
import type { SnapshotKey } from './snapshot-key.js';
import { Snapshots } from './snapshots.js';

const key = (name: string): SnapshotKey => ({
  workspaceId: 'ws_1',
  question: 'journey',
  subject: 'cus_1',
  params: { name },
});

function snapshotsWith(maxBytes: number): Snapshots {
  const env = Env.read({ SNAPSHOT_MAX_BYTES: String(maxBytes) });
  const store = new BoundedStore(maxBytes);
  // None of them is connected: an instance by itself.
  const dataSource = new DataSource({ type: 'postgres' });
  const broadcast = new Broadcast(dataSource, new Database(dataSource));
  const redis = new RedisLink(env);
  const shared = new SharedSnapshots(redis, broadcast);
  const cache = createCache({ stores: [store.asKeyv()] });
  return new Snapshots(env, store, cache, shared, redis, broadcast);
}

/** A computation that ends when it is told what it found. */
function pending(): { compute: () => Promise<string>; end: (json: string) => void } {
  let end: (json: string) => void = () => undefined;
  const found = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { compute: () => found, end };
}

const answer = (json: string) => (): Promise<string> => Promise.resolve(json);

describe('Snapshots', () => {
  it('keep what was computed afresh, whatever an older computation finds later', async () => {
    const snapshots = snapshotsWith(1_000_000);
    const old = pending();
    const first = snapshots.take(key('a'), old.compute);
    await snapshots.take(key('a'), answer('"fresh"'), true);
    old.end('"old"');
    await first;
    const { snapshot, hit } = await snapshots.take(key('a'), answer('"third"'));
    expect([snapshot.bytes.toString(), hit]).toEqual(['"fresh"', true]);
  });

  it('do not store what began before its record was dropped', async () => {
    const snapshots = snapshotsWith(1_000_000);
    const old = pending();
    const first = snapshots.take(key('a'), old.compute);
    await new Promise((resolve) => setImmediate(resolve));
    await snapshots.drop('ws_1', 'cus_1');
    old.end('"erased"');
    await first;
    expect(snapshots.bytes()).toBe(0);
  });

  it('drop all that is about a record, and nothing else', async () => {
    const snapshots = snapshotsWith(1_000_000);
    await snapshots.take(key('a'), answer('1'));
    await snapshots.take({ ...key('a'), subject: 'cus_2' }, answer('2'));
    await snapshots.drop('ws_1', 'cus_1');
    const gone = await snapshots.take(key('a'), answer('3'));
    const kept = await snapshots.take({ ...key('a'), subject: 'cus_2' }, answer('4'));
    expect([gone.hit, kept.hit]).toEqual([false, true]);
  });

  it('stay within their bytes', async () => {
    const snapshots = snapshotsWith(100_000);
    for (let i = 0; i < 200; i += 1) {
      await snapshots.take(key(String(i)), answer(JSON.stringify('x'.repeat(2_000))));
      expect(snapshots.bytes()).toBeLessThanOrEqual(100_000);
    }
    const { hit } = await snapshots.take(key('199'), answer('0'));
    expect(hit).toBe(true);
  });

  it('answer what is too large to be kept', async () => {
    const snapshots = snapshotsWith(0);
    const { snapshot } = await snapshots.take(key('a'), answer('"large"'));
    expect(snapshot.bytes.toString()).toBe('"large"');
    expect(snapshots.bytes()).toBe(0);
  });
});
