import { SAMPLE_CALLS } from './sample-calls.js';
import { declaredRoutes } from './routes.js';
import type { TestApp } from './start-app.js';

/** How a pattern is called rightly, and wrongly. */
export interface SampleMessage {
  pattern: string;
  /** Whether it is about a record: a customer, or a conversion. */
  takesId: boolean;
  params: object;
  /** Params that it refuses. */
  invalid: object;
}

/** `customers.recalculateLtv` is `customers.recalculate-ltv` to messages. */
export const patternOf = (operationId: string): string =>
  operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A sample of each pattern: what its route is called with. */
export const sampleMessages = (app: TestApp): SampleMessage[] =>
  declaredRoutes(app).flatMap(({ route, operationId }) => {
    const sample = SAMPLE_CALLS[route];
    // Streams have no pattern.
    if (!sample || operationId.endsWith('.export')) return [];
    const { query, call } = sample.invalid;
    const fromQuery = Object.fromEntries(new URLSearchParams(query));
    return {
      pattern: patternOf(operationId),
      takesId: route.includes(':id'),
      params: sample.body ?? {},
      invalid: (call?.body as object | undefined) ?? fromQuery,
    };
  });
