import { Injectable, Logger } from '@nestjs/common';
import type { Redis, RedisOptions } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { Subscriptions, messageText, type Topic } from '../broadcast/topic.js';
import { Env } from '../config/env.js';
import { Health } from './health.js';
import { inTime } from './in-time.js';

const PROBE_EVERY_MS = 500;
/** Nobody waits for a look: a machine that is busy for a moment is no loss. */
const PATIENT_PROBE_MS = 250;
/** After so many looks in vain a connection is made anew: its packets may be swallowed. */
const MOST_FAILED_PROBES = 6;
/** A start waits no longer for what it can do without. */
const START_MS = 1_000;

/** Every key begins with it: Redis may hold others' keys, too. */
export const KEY_PREFIX = 'customers-api:';
const PROBE_KEY = `${KEY_PREFIX}probe`;
const PROBE_KEPT_MS = 10_000;

const OPTIONS: RedisOptions = {
  lazyConnect: true,
  // Without these three a command waits for a server that is away.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  disableClientInfo: true,
  connectTimeout: 2_000,
  disconnectTimeout: 200,
  keepAlive: 5_000,
  retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 10), 1_000),
};

/**
 * What instances share, for as long as it answers at once: everybody who asks does without when it is
 * away. Nobody waits for it twice: after the first command that fails or is late it counts as away until
 * a look in the background finds that it takes writes again.
 */
@Injectable()
export class RedisLink {
  private readonly logger = new Logger('Redis');
  private readonly subscriptions = new Subscriptions();
  private readonly stopping = new AbortController();
  private readonly backHandlers: (() => void)[] = [];
  private readonly health: Health;
  private client: Redis | undefined;
  private subscriber: Redis | undefined;
  private channel = '';
  private failedProbes = 0;
  /** What a connection said last: why it cannot be used. */
  private fault: unknown;

  constructor(private readonly env: Env) {
    this.health = new Health(
      (error) => {
        this.logger.warn(
          `Redis is away (${reasonOf(error)}): snapshots and limits are this instance's own.`,
        );
      },
      () => {
        this.logger.warn('Redis is back: snapshots and limits are shared again.');
        for (const handler of this.backHandlers) handler();
      },
    );
  }

  get isConfigured(): boolean {
    return this.env.REDIS_URL !== undefined;
  }

  get isUp(): boolean {
    return this.health.isUp;
  }

  /** Connects; answers when that has been done, or has failed, or takes too long to be waited for. */
  async start(): Promise<void> {
    const { REDIS_URL: url } = this.env;
    if (url === undefined) return;
    // Loading it takes as long as a command of the command line, which does without.
    const { Redis } = await import('ioredis');
    this.client = this.open(new Redis(url, OPTIONS));
    this.subscriber = this.open(new Redis(url, OPTIONS));
    // A database's number is no border to messages.
    this.channel = `${KEY_PREFIX}${String(this.client.options.db ?? 0)}`;
    const { client, subscriber, channel } = this;
    subscriber.on('ready', () => {
      subscriber.subscribe(channel).catch(() => undefined);
    });
    subscriber.on('message', (_channel, text) => {
      this.subscriptions.deliver(text);
    });
    const connected = Promise.all([client.connect(), subscriber.connect()]);
    await inTime(connected, START_MS).catch(() => undefined);
    await this.probe(client, subscriber);
    void this.keepProbing(client, subscriber);
  }

  stop(): void {
    this.stopping.abort();
    this.client?.disconnect();
    this.subscriber?.disconnect();
  }

  /** What Redis answers; undefined when it is away, late, or holds somebody else's value there. */
  async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (!this.client || !this.isUp) return undefined;
    try {
      return await inTime(command(this.client), this.env.REDIS_TIMEOUT_MS);
    } catch (error) {
      if (!isForeignValue(error)) this.health.fails(error);
      return undefined;
    }
  }

  /** The same for a text in Lua, which Redis runs as one step. */
  run(lua: string, keys: string[], values: (string | number | Buffer)[]): Promise<unknown> {
    return this.ask((redis) => redis.eval(lua, keys.length, ...keys, ...values));
  }

  /** Tells every instance, those that listen now. */
  async announce<Message extends object>(topic: Topic<Message>, message: Message): Promise<void> {
    await this.ask((redis) => redis.publish(this.channel, messageText(topic, message)));
  }

  on<Message extends object>(topic: Topic<Message>, handler: (message: Message) => void): void {
    this.subscriptions.on(topic, handler);
  }

  /** Is called when Redis is back after it was away. */
  onBack(handler: () => void): void {
    this.backHandlers.push(handler);
  }

  private open(connection: Redis): Redis {
    connection.on('error', (error) => {
      this.fault = error;
    });
    connection.on('close', () => {
      if (!this.stopping.signal.aborted) this.health.fails(this.fault);
    });
    return connection;
  }

  private async keepProbing(client: Redis, subscriber: Redis): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      await sleep(PROBE_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.probe(client, subscriber);
    }
  }

  /** A write: one that is full, or a replica, answers a PING as well. */
  private async probe(client: Redis, subscriber: Redis): Promise<void> {
    const answers = Promise.all([client.set(PROBE_KEY, 1, 'PX', PROBE_KEPT_MS), subscriber.ping()]);
    try {
      const { REDIS_TIMEOUT_MS: prompt } = this.env;
      await inTime(answers, this.isUp ? Math.max(prompt, PATIENT_PROBE_MS) : prompt);
      this.failedProbes = 0;
      this.health.works();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      const connections = [client, subscriber];
      const areReady = connections.every(({ status }) => status === 'ready');
      this.health.fails(areReady ? error : (this.fault ?? error));
      this.failedProbes += 1;
      if (this.failedProbes % MOST_FAILED_PROBES > 0) return;
      for (const connection of connections) {
        if (['ready', 'connect'].includes(connection.status)) connection.disconnect(true);
      }
    }
  }
}

/** `WRONGTYPE`, say: the first word of what Redis replies when it refuses a command. */
const replyOf = (error: unknown): string =>
  error instanceof Error && error.name === 'ReplyError'
    ? (/^\w+/.exec(error.message)?.[0] ?? '')
    : '';

const isForeignValue = (error: unknown): boolean => replyOf(error) === 'WRONGTYPE';

/** Never a reply's whole text: it may quote what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be reached';
  const { code } = error as NodeJS.ErrnoException;
  return replyOf(error) || code || error.message;
}
