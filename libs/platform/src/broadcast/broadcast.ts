import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { codeOf } from '../database/database-errors.js';
import { CHANNEL, NOTIFY } from './announce.js';
import { leave, listeningClient } from './listening-client.js';
import { Subscriptions, Topic, messageText } from './topic.js';

const HEARTBEAT_MS = 1_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Also the pool's busiest moments pass in this time. */
const CONFIRMATION_MS = 5_000;
/** A start waits no longer for what it can do without. */
const START_MS = 1_000;

/** Tells a listener that it hears what the pool's connections say. */
const HELLO = new Topic<{ to: string }>('hello');

/**
 * Hears what other processes announce in their transactions, on a connection of its own that is made
 * again whenever it is lost. Whoever keeps something that a message would end also listens to `onGap`.
 */
@Injectable()
export class Broadcast {
  /** Whether messages arrive now. */
  isListening = false;
  private readonly logger = new Logger('Broadcast');
  private readonly subscriptions = new Subscriptions();
  private readonly gapHandlers: (() => void)[] = [];
  private readonly stopping = new AbortController();
  private readonly id = randomUUID();
  private client: Client | undefined;
  private running: Promise<void> = Promise.resolve();
  private failures = 0;
  private onHello: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {
    this.on(HELLO, ({ to }) => {
      if (to === this.id) this.onHello();
    });
  }

  on<Message extends object>(topic: Topic<Message>, handler: (message: Message) => void): void {
    this.subscriptions.on(topic, handler);
  }

  /** Is called whenever messages arrive again, or at last: some may have been missed. */
  onGap(handler: () => void): void {
    this.gapHandlers.push(handler);
  }

  /** Begins to listen; answers when messages arrive, or when that takes too long to be waited for. */
  async listen(): Promise<void> {
    const firstTime = new Promise<void>((resolve) => {
      this.onGap(resolve);
    });
    this.running = this.keepListening();
    const { signal } = this.stopping;
    await Promise.race([
      firstTime,
      sleep(START_MS, undefined, { signal, ref: false }).catch(() => undefined),
    ]);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    if (this.client) leave(this.client);
    await this.running;
  }

  private async keepListening(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.session();
      } catch (error) {
        await this.rest(error);
      }
    }
  }

  private async rest(error: unknown): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    this.failures += 1;
    if (this.failures === 1) this.logger.warn(lost(error));
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 10), LONGEST_PAUSE_MS);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }

  /** Listens for as long as one connection lasts. */
  private async session(): Promise<void> {
    const client = listeningClient(this.dataSource);
    this.client = client;
    const broken = new Promise<never>((_resolve, reject) => {
      client.on('error', reject);
      client.on('end', () => {
        reject(new Error('The connection has ended'));
      });
    });
    broken.catch(() => undefined);
    client.on('notification', ({ payload = '' }) => {
      this.subscriptions.deliver(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await Promise.race([this.confirm(), broken]);
      this.begin();
      const { signal } = this.stopping;
      for (;;) {
        await Promise.race([sleep(HEARTBEAT_MS, undefined, { signal }), broken]);
        await client.query('select 1');
      }
    } finally {
      this.isListening = false;
      leave(client);
    }
  }

  /** A pooler between may take `listen` and give its messages to nobody: that is found out here. */
  private async confirm(): Promise<void> {
    const timeIsUp = new AbortController();
    const heard = new Promise<void>((resolve) => {
      this.onHello = resolve;
    });
    const late = sleep(CONFIRMATION_MS, undefined, { signal: timeIsUp.signal, ref: false });
    const tooLate = late.then(() => {
      throw new Error('No message arrives');
    });
    tooLate.catch(() => undefined);
    try {
      const sent = this.database.rows(NOTIFY, [CHANNEL, messageText(HELLO, { to: this.id })]);
      await Promise.race([Promise.all([heard, sent]), tooLate]);
    } finally {
      timeIsUp.abort();
    }
  }

  private begin(): void {
    if (this.failures > 0) this.logger.warn('What other instances announce arrives again.');
    this.failures = 0;
    this.isListening = true;
    for (const handler of this.gapHandlers) handler();
  }
}

/** A database error's own text may have values in it. */
function lost(error: unknown): string {
  const isFromDatabase = typeof error === 'object' && error !== null && 'severity' in error;
  const text = error instanceof Error && !isFromDatabase ? error.message : '';
  return `What other instances announce does not arrive: ${codeOf(error) || text}. Revoked keys are refused within a second all the same.`;
}
