import { operationsOf } from '../../apps/api/src/openapi/document.js';
import { expectDocumented, openApi } from './openapi.js';
import type { Answer, Call, Client } from './start-app.js';

/** Every operation of docs/openapi.json. */
export const operations = [...operationsOf(openApi)];
type Documented = (typeof operations)[number];

/** `customers.get 404`: what was answered, and as documented. */
export const seen = new Set<string>();

export const operationNamed = (id: string): Documented => {
  const found = operations.find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`There is no operation ${id}`);
  return found;
};

export const examplesOf = ({ operation }: Documented): Record<string, unknown>[] =>
  Object.values(operation.requestBody?.content['application/json']?.examples ?? {}).map(
    ({ value }) => value as Record<string, unknown>,
  );

/** Calls an operation with its first example, about a record that is there or, without `id`, is not. */
export async function call(
  client: Client,
  wanted: Documented,
  { id = 'ext_nobody', query = '', ...rest }: Call & { id?: string; query?: string } = {},
): Promise<Answer> {
  const { path, method, operation } = wanted;
  const [example] = examplesOf(wanted);
  const isGiven = 'body' in rest || 'raw' in rest || !example;
  const answer = await client.call(method.toUpperCase(), path.replace('{id}', id) + query, {
    ...(!isGiven && { body: example }),
    ...rest,
  });
  expectDocumented(method, path, answer);
  seen.add(`${operation.operationId} ${String(answer.status)}`);
  return answer;
}
