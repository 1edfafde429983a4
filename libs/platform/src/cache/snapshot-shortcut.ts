import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { answerOf, asksForFresh } from './snapshot-answer.js';
import { Snapshots, type Snapshot } from './snapshots.js';

/** Room for some ten thousand questions. */
const MAX_BYTES = 4 * 1024 * 1024;
/** No question needs a longer URL: a crafted one must not push out many others. */
const LONGEST_URL = 1_024;

/**
 * Finds a stored answer by the request's URL alone. A URL is remembered once it has passed validation
 * and become a question, together with what else the question depends on: the asker's settings.
 */
@Injectable()
export class SnapshotShortcut {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (text, key) => 200 + 2 * (text.length + key.length),
  });
  private readonly numbers = new WeakMap<object, string>();
  private lastNumber = 0;

  constructor(private readonly snapshots: Snapshots) {}

  /** `asker` must be another object once any of its settings has changed. */
  remember(asker: object, url: string, text: string): void {
    if (url.length <= LONGEST_URL) this.texts.set(this.keyOf(asker, url), text);
  }

  /** The stored answer to a request that may have it, whatever else still has to be checked. */
  find(asker: object, request: FastifyRequest): Snapshot | undefined {
    const { method, url, headers } = request.raw;
    if (method !== 'GET' || url === undefined) return undefined;
    const text = this.texts.get(this.keyOf(asker, url));
    if (text === undefined || asksForFresh(headers)) return undefined;
    return this.snapshots.find(text);
  }

  /** Sends a stored answer. */
  send(snapshot: Snapshot, request: FastifyRequest, reply: FastifyReply): void {
    const { status, headers, bytes } = answerOf(snapshot, true, request.headers);
    void reply.status(status).headers(headers).send(bytes);
  }

  private keyOf(asker: object, url: string): string {
    let number = this.numbers.get(asker);
    if (number === undefined) {
      this.lastNumber += 1;
      number = `${String(this.lastNumber)} `;
      this.numbers.set(asker, number);
    }
    return number + url;
  }
}
