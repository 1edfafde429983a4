import type { Calls } from './calls.js';
import type { AnalyticsOptions } from './options.js';
import type {
  JourneyEvent,
  JourneyEvents,
  JourneySummary,
  operations,
  SummarizedJourney,
} from './schema.js';

/** What narrows a journey: `start`, `end`, and the `limit` and `cursor` of its pages. */
export type JourneyQuery = Omit<
  NonNullable<operations['customers.journey']['parameters']['query']>,
  'summary'
>;

/**
 * A customer's events in time order, fetched as they are read: `for await (const event of journey)`
 * goes through all of them, 1,000 a request unless `limit` says otherwise. Nothing is sent before
 * the first event, a page or the summary is asked for.
 */
export class Journey implements AsyncIterable<JourneyEvent> {
  readonly #calls: Calls;
  readonly #id: string;
  readonly #query: JourneyQuery;
  readonly #options: AnalyticsOptions;

  constructor(calls: Calls, id: string, query: JourneyQuery, options: AnalyticsOptions) {
    this.#calls = calls;
    this.#id = id;
    this.#query = query;
    this.#options = options;
  }

  /** One page of events: the first, or the one behind the `cursor` that the journey was asked for with. */
  async page(): Promise<JourneyEvents> {
    return this.#load(this.#query);
  }

  /** The journey in numbers instead of events; `start` and `end` narrow it, too. */
  async summary(): Promise<JourneySummary> {
    const { limit: _limit, cursor: _cursor, ...range } = this.#query;
    const answer = await this.#ask({ ...range, summary: true });
    if (!('summary' in answer)) throw new TypeError('The service answered events for a summary.');
    return answer.summary;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<JourneyEvent, void, undefined> {
    let query: JourneyQuery = { ...this.#query, limit: this.#query.limit ?? 1_000 };
    for (;;) {
      const { events, nextCursor } = await this.#load(query);
      yield* events;
      if (nextCursor === null) return;
      query = { ...query, cursor: nextCursor };
    }
  }

  async #load(query: JourneyQuery): Promise<JourneyEvents> {
    const answer = await this.#ask(query);
    if (!('events' in answer)) throw new TypeError('The service answered a summary for events.');
    return answer;
  }

  async #ask(
    query: JourneyQuery & { summary?: boolean },
  ): Promise<JourneyEvents | SummarizedJourney> {
    const params = { path: { id: this.#id }, query };
    const { data } = await this.#calls.read(this.#options, (api, init) =>
      api.GET('/customers/{id}/journey', { params, ...init }),
    );
    return data;
  }
}
