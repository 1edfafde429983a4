import { Injectable } from '@nestjs/common';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage } from 'node:http';
import { asksForFresh } from './snapshot-answer.js';
import type { Snapshot } from './snapshot.js';
import { Snapshots } from './snapshots.js';

/** Room for some ten thousand questions. */
const MAX_BYTES = 4 * 1024 * 1024;
/** No question needs a longer URL: a crafted one must not push out many others. */
const LONGEST_URL = 1_024;

/** A question that a URL was found to ask, and the route that it came by. */
interface KnownQuestion {
  text: string;
  pattern: string;
  config: FastifyContextConfig;
}

/** A stored answer, and the route that it is an answer of. */
export interface WarmSnapshot {
  snapshot: Snapshot;
  pattern: string;
  config: FastifyContextConfig;
}

const pathOf = (url: string): string => {
  const queryStart = url.indexOf('?');
  return queryStart < 0 ? url : url.slice(0, queryStart);
};

/**
 * Finds a stored answer by the request's URL alone. A URL is remembered once it has passed validation
 * and become a question, together with what else the question depends on: the asker's settings.
 */
@Injectable()
export class SnapshotShortcut {
  private readonly paths = new Set<string>();
  private readonly questions = new LRUCache<string, KnownQuestion>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ text }, key) => 300 + 2 * (text.length + key.length),
  });
  private readonly numbers = new WeakMap<object, string>();
  private lastNumber = 0;

  constructor(private readonly snapshots: Snapshots) {}

  /** `asker` must be another object once any of its settings has changed. */
  remember(asker: object, request: FastifyRequest, text: string): void {
    const { url = '', method } = request.raw;
    if (method !== 'GET' || url.length > LONGEST_URL) return;
    const { url: pattern = '', config } = request.routeOptions;
    // Other spellings of a route, there are very many, go the long way.
    if (pathOf(url) !== pattern) return;
    this.paths.add(pattern);
    this.questions.set(this.keyOf(asker, url), { text, pattern, config });
  }

  /** Whether it is worth finding out who asks. */
  mayHave({ method, url = '', headers }: IncomingMessage): boolean {
    return method === 'GET' && this.paths.has(pathOf(url)) && !asksForFresh(headers);
  }

  /** The stored answer to a URL, for who may have it. */
  find(asker: object, url: string): WarmSnapshot | undefined {
    const question = this.questions.get(this.keyOf(asker, url));
    const snapshot = question && this.snapshots.find(question.text);
    return snapshot && { snapshot, pattern: question.pattern, config: question.config };
  }

  /** Counts an answer that was found here, and sent. */
  countHit(): void {
    this.snapshots.hits += 1;
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
