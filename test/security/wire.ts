import { Agent, request } from 'node:http';
import type { Operation } from '../../apps/api/src/openapi/document.js';
import { operationNamed } from '../support/documented-calls.js';
import type { Answer } from '../support/start-app.js';

/** A request as it goes over the wire: what it means is for the service and for the judge to say. */
export interface Wire {
  operationId: string;
  /** In the path for `{id}`, percent-encoded or not. */
  id?: string;
  /** Behind the question mark. */
  query?: string;
  headers?: Record<string, string>;
  body?: Buffer;
}

export const JSON_TYPE = { 'content-type': 'application/json' };

export const jsonWire = (operationId: string, body: unknown, more: Partial<Wire> = {}): Wire => ({
  operationId,
  headers: JSON_TYPE,
  body: Buffer.from(JSON.stringify(body)),
  ...more,
});

export const declared = (
  operationId: string,
): { path: string; method: string; operation: Operation } => operationNamed(operationId);

/** Sends requests one after the other, on connections that stay open. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  send({ operationId, id = 'ext_a', query, headers = {}, body }: Wire): Promise<Answer> {
    const { path, method } = declared(operationId);
    const target = path.replace('{id}', id) + (query === undefined ? '' : `?${query}`);
    return new Promise((resolve, reject) => {
      const sent = request(this.url, {
        agent: this.agent,
        method: method.toUpperCase(),
        path: target,
        headers: {
          'x-api-key': this.key,
          ...(body && { 'content-length': String(body.length) }),
          ...headers,
        },
      });
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const answered = new Headers();
          for (const [name, value] of Object.entries(response.headers)) {
            answered.set(name, String(value));
          }
          resolve({
            status: response.statusCode ?? 0,
            headers: answered,
            text,
            body: isJson(answered) && text !== '' ? (JSON.parse(text) as unknown) : undefined,
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const isJson = (headers: Headers): boolean =>
  (headers.get('content-type') ?? '').startsWith('application/json');

/** How a request is shown when it is the one that fails, short enough to read and to send again. */
export function shown({ operationId, id, query, headers, body }: Wire): string {
  const isText = body && Buffer.from(body.toString()).equals(body);
  const written = body && (isText ? body.toString() : `base64:${body.toString('base64')}`);
  return JSON.stringify({ operationId, id, query, headers, body: written?.slice(0, 2_000) });
}
