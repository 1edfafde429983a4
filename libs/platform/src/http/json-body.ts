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

  /** Whether it is as large as only a batch may be. */
  get isLarge(): boolean {
    return this.bytes.length > BODY_LIMIT;
  }

  /** The JSON value; undefined when the body is empty. Throws what the caller did wrong. */
  read(): unknown {
    if (this.bytes.length === 0) return undefined;
    if (!/^application\/json\s*(;|$)/i.test(this.contentType) || this.contentEncoding !== '') {
      throw new UnsupportedMediaType();
    }
    const text = decode(this.bytes);
    if (text.trim() === '') return undefined;
    const value = parse(text);
    // Only an escape can make a NUL or half a character, or hide the name of a field.
    if (text.includes('\\u') || text.includes('__proto__')) checkTree(value);
    else checkDepth(value, 1);
    return value;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw ValidationFailed.of('', 'The body is not valid UTF-8');
  }
}

function parse(text: string): unknown {
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
 * stack on deep trees, and PostgreSQL has no NUL. A body has room for millions of values, so nothing
 * is made for one that is in order.
 */
export function checkTree(root: unknown): void {
  const fault = findFault(root, 1);
  if (fault) throw ValidationFailed.of(fault.path.join('.'), fault.message);
}

/** Never recurses deeper than `MAX_DEPTH`. */
function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw tooDeep();
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object') checkDepth(item, depth + 1);
    }
    return;
  }
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key];
    if (typeof child === 'object') checkDepth(child, depth + 1);
  }
}

const tooDeep = (): ValidationFailed =>
  ValidationFailed.of('', `must not be nested deeper than ${String(MAX_DEPTH)}`);

interface Fault {
  path: string[];
  message: string;
}

/** Never recurses deeper than `MAX_DEPTH`. */
function findFault(value: unknown, depth: number): Fault | undefined {
  if (typeof value === 'string') return faultOf(faultOfText(value));
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MAX_DEPTH) throw tooDeep();
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const fault = findFault(value[i], depth + 1);
      if (fault) return within(String(i), fault);
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    const wrongKey = key === '__proto__' ? 'must not have a field named __proto__' : undefined;
    const fault = faultOf(wrongKey ?? faultOfText(key));
    if (fault) return fault;
    const inside = findFault((value as Record<string, unknown>)[key], depth + 1);
    if (inside) return within(key, inside);
  }
  return undefined;
}

const faultOf = (message: string | undefined): Fault | undefined =>
  message === undefined ? undefined : { path: [], message };

const within = (key: string, { path, message }: Fault): Fault => ({
  path: [key, ...path],
  message,
});

/** Makes Fastify keep bodies unread; Nest's own parsers would answer 400 ahead of the guards. */
export function keepBodiesUnread(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = '' } = request.headers;
    done(null, new UnreadBody(body as Buffer, type, encoding === 'identity' ? '' : encoding));
  });
}
