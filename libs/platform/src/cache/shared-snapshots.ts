import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { Broadcast } from '../broadcast/broadcast.js';
import { KEY_PREFIX, RedisLink } from '../redis/redis-link.js';
import type { SnapshotKey } from './snapshot-key.js';
import type { Snapshot } from './snapshot.js';
import { packed, unpacked } from './stored-snapshot.js';

/** What is larger is quicker to compute than to send twice. */
const LARGEST_BYTES = 1024 * 1024;
const MOST_OWED = 10_000;

/**
 * Keeps an answer about a record in the record's own hash, which ends after its time as a whole. It must
 * not grow for ever while the record is asked about: with many answers in it, it lives no longer.
 */
const KEEP_ABOUT_RECORD = `
  if redis.call('type', KEYS[1]).ok ~= 'hash' then redis.call('del', KEYS[1]) end
  redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
  if redis.call('hlen', KEYS[1]) <= 50 or redis.call('pttl', KEYS[1]) < 0 then
    redis.call('pexpire', KEYS[1], ARGV[3])
  end
  return 1`;

/** Where an answer is: all that is about one record is under one name, to be dropped at once. */
const recordName = (workspaceId: string, subject: string): string =>
  `${KEY_PREFIX}${workspaceId}:snapshots-of:${subject}`;

const questionName = (workspaceId: string, field: string): string =>
  `${KEY_PREFIX}${workspaceId}:snapshot:${field}`;

/** The snapshots of all instances, in Redis. What it holds is checked before it is believed. */
@Injectable()
export class SharedSnapshots {
  /** Names that could not be removed while Redis was away. */
  private readonly owed = new Set<string>();

  constructor(
    private readonly redis: RedisLink,
    private readonly broadcast: Broadcast,
  ) {
    redis.onBack(() => {
      for (const name of this.owed) void this.remove(name);
    });
  }

  /** The stored answer to the question with this key and its text. */
  async find(key: SnapshotKey, text: string, ttlMs: number): Promise<Snapshot | undefined> {
    const { workspaceId, subject } = key;
    const field = hash('sha256', text, 'base64url');
    const value = await this.redis.ask((redis) =>
      subject === undefined
        ? redis.getBuffer(questionName(workspaceId, field))
        : redis.hgetBuffer(recordName(workspaceId, subject), field),
    );
    return value ? unpacked(value, text, ttlMs) : undefined;
  }

  async keep(key: SnapshotKey, text: string, snapshot: Snapshot, ttlMs: number): Promise<void> {
    const { workspaceId, subject } = key;
    if (!this.redis.isUp || snapshot.bytes.length > LARGEST_BYTES) return;
    const field = hash('sha256', text, 'base64url');
    const value = packed(text, snapshot);
    if (subject === undefined) {
      const name = questionName(workspaceId, field);
      await this.redis.ask((redis) => redis.set(name, value, 'PX', ttlMs));
    } else if (this.broadcast.isListening) {
      // Who does not hear of deletions must not bring back what one has removed.
      const name = recordName(workspaceId, subject);
      await this.redis.run(KEEP_ABOUT_RECORD, [name], [field, value, ttlMs]);
    }
  }

  /** Removes all that is about one record: now, or as soon as Redis is back. */
  async drop(workspaceId: string, subject: string): Promise<void> {
    if (this.redis.isConfigured) await this.remove(recordName(workspaceId, subject));
  }

  private async remove(name: string): Promise<void> {
    if (this.owed.size < MOST_OWED) this.owed.add(name);
    const removed = await this.redis.ask((redis) => redis.unlink(name));
    if (removed !== undefined) this.owed.delete(name);
  }
}
