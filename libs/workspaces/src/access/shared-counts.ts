import { KEY_PREFIX, RedisLink, Topic } from '@app/platform';
import { Injectable } from '@nestjs/common';

/**
 * Counts in the window that Redis's clock is in, and answers the count and the milliseconds that are left
 * of the window. What is not a count, or has no end in this window, is somebody else's: it is replaced.
 */
const COUNT = `
  local window = tonumber(ARGV[1])
  local time = redis.call('time')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local left = window - now % window
  local count = redis.pcall('incr', KEYS[1])
  local rest = redis.call('pttl', KEYS[1])
  if type(count) ~= 'number' or count < 1 or count > 1 and (rest < 0 or rest > left + 5) then
    redis.call('set', KEYS[1], 1)
    count = 1
  end
  if count == 1 then redis.call('pexpireat', KEYS[1], now + left) end
  return { count, left }`;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** So many wrong keys have come from an address in the minute of this number since 1970. */
const WRONG_KEYS_COUNTED = new Topic<{ address: string; count: number; minute: number }>(
  'wrong-keys-counted',
);

/** How many there are in this window, and when that ends. */
interface Counted {
  count: number;
  leftMs: number;
}

/** What instances count together, in Redis. */
@Injectable()
export class SharedCounts {
  constructor(private readonly redis: RedisLink) {}

  /** Whether they do now. */
  get areShared(): boolean {
    return this.redis.isUp;
  }

  /** Counts a request of a workspace in this second; undefined when Redis is away. */
  addRequest(workspaceId: string): Promise<Counted | undefined> {
    return this.count(`${KEY_PREFIX}${workspaceId}:requests`, SECOND_MS);
  }

  /** Counts a wrong key of an address in this minute, and tells all when it is the last one. */
  async addWrongKey(address: string, limit: number): Promise<void> {
    const counted = await this.count(`${KEY_PREFIX}wrong-keys:${address}`, MINUTE_MS);
    if (!counted || counted.count < limit) return;
    const minute = Math.floor(Date.now() / MINUTE_MS);
    await this.redis.announce(WRONG_KEYS_COUNTED, { address, count: counted.count, minute });
  }

  onWrongKeys(handler: (address: string, count: number, minute: number) => void): void {
    this.redis.on(WRONG_KEYS_COUNTED, ({ address, count, minute }) => {
      handler(address, count, minute);
    });
  }

  private async count(name: string, windowMs: number): Promise<Counted | undefined> {
    const counted = await this.redis.run(COUNT, [name], [windowMs]);
    if (!Array.isArray(counted)) return undefined;
    const [count, leftMs] = counted as unknown[];
    return typeof count === 'number' && typeof leftMs === 'number' ? { count, leftMs } : undefined;
  }
}
