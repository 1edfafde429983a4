import { Failure, type Fault } from './failure.ts';

export interface Pagination {
  total: number;
  totalCapped: boolean;
  hasMore: boolean;
  nextCursor: string | null;
}

/** An answer of the API, and what its headers tell of it. */
export interface Answer<T> {
  /** What was asked. */
  path: string;
  data: T;
  pagination: Pagination | undefined;
  requestId: string | null;
  /** `HIT` or `MISS` where the answer comes from a snapshot. */
  cache: string | null;
  /** Seconds that the snapshot was old when it came. */
  age: number;
  receivedAt: number;
}

interface Envelope<T> {
  data: T;
  pagination?: Pagination;
}

interface Wish {
  method?: string;
  body?: unknown;
  signal?: AbortSignal;
  /** Asks for an answer that is computed now, rather than for a snapshot. */
  isFresh?: boolean;
}

/** Where the API's routes are, relative to the page: it may stand under a proxy's path, and they under a prefix. */
export function apiUrl(path: string): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="api-prefix"]');
  const prefix = meta?.content ? `${meta.content}/` : '';
  const page = new URL('.', document.baseURI);
  return new URL(`${prefix}${path}`, page).href;
}

/** Calls of the public API with one key. */
export class Client {
  constructor(private readonly key: string) {}

  async ask<T>(
    path: string,
    { method = 'GET', body, signal, isFresh }: Wish = {},
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = { 'X-API-Key': this.key };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (isFresh) headers['Cache-Control'] = 'no-cache';
    const response = await reach(apiUrl(path), {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      ...(isFresh && { cache: 'reload' }),
    });
    const answer = await read<T>(response);
    return {
      path,
      data: answer.data,
      pagination: answer.pagination,
      requestId: response.headers.get('X-Request-Id'),
      cache: response.headers.get('X-Cache'),
      age: Number(response.headers.get('Age') ?? 0),
      receivedAt: Date.now(),
    };
  }
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Failure.unreachable();
  }
}

async function read<T>(response: Response): Promise<Envelope<T>> {
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    // A proxy answers in words of its own.
    throw Failure.of(response, undefined);
  }
  if (response.ok) return body as Envelope<T>;
  throw Failure.of(response, (body as { error?: Fault }).error);
}
