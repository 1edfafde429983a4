import type { FastifyInstance } from 'fastify';
import { ValidationFailed } from '../errors/app-error.js';
import { UnsupportedMediaType } from '../errors/transport-errors.js';

export const BODY_LIMIT = 1024 * 1024;
export const BATCH_BODY_LIMIT = 5 * BODY_LIMIT;
const MAX_DEPTH = 32;

/** A body that has arrived and is not read yet: the guards come first. */
export class UnreadBody {
  constructor(
    private readonly bytes: Buffer,
    private readonly contentType: string,
    private readonly contentEncoding: string,
  ) {}

  /** The JSON value; undefined when the body is empty. Throws what the caller did wrong. */
  read(): unknown {
    if (this.bytes.length === 0) return undefined;
    if (!/^application\/json\s*(;|$)/i.test(this.contentType) || this.contentEncoding !== '') {
      throw new UnsupportedMediaType();
    }
    const value = parse(this.bytes);
    checkTree(value);
    return value;
  }
}

function parse(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw ValidationFailed.of('', 'The body is not valid UTF-8');
  }
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw ValidationFailed.of('', 'The body is not valid JSON');
  }
}

/** Why a text can not be stored or sent back, or undefined. */
export function faultOfText(text: string): string | undefined {
  if (text.includes('\0')) return 'must not contain NUL characters';
  if (!text.isWellFormed()) return 'must not contain lone surrogates';
  return undefined;
}

/**
 * Refuses what no field may hold, before any validator sees it: class-transformer overflows the
 * stack on deep trees, and PostgreSQL has no NUL. Iterative for the same reason.
 */
export function checkTree(root: unknown): void {
  const rest: { value: unknown; path: string; depth: number }[] = [
    { value: root, path: '', depth: 1 },
  ];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') refuse(path, faultOfText(value));
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) refuse('', `must not be nested deeper than ${String(MAX_DEPTH)}`);
    for (const [key, child] of Object.entries(value)) {
      refuse(path, faultOfText(key));
      if (key === '__proto__') refuse(path, 'must not have a field named __proto__');
      rest.push({ value: child, path: path ? `${path}.${key}` : key, depth: depth + 1 });
    }
  }
}

function refuse(path: string, fault: string | undefined): void {
  if (fault !== undefined) throw ValidationFailed.of(path, fault);
}

/** Makes Fastify keep bodies unread; Nest's own parsers would answer 400 ahead of the guards. */
export function keepBodiesUnread(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = '' } = request.headers;
    done(null, new UnreadBody(body as Buffer, type, encoding === 'identity' ? '' : encoding));
  });
}
