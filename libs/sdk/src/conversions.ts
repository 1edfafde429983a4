import type { Calls } from './calls.js';
import { conversionId } from './ids.js';
import type { CallOptions, WriteOptions } from './options.js';
import { List } from './pages.js';
import type { Conversion, operations, UpdateConversion } from './schema.js';

export type ListConversionsQuery = NonNullable<
  operations['conversions.list']['parameters']['query']
>;

/** Leads, sales and custom events that were tracked. */
export class Conversions {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** List conversions by the time at which they happened, newest first unless sorted otherwise. */
  list(query: ListConversionsQuery = {}, options: CallOptions = {}): List<Conversion> {
    return new List(query, (page) =>
      this.#calls.read(options, (api, init) =>
        api.GET('/conversions', { params: { query: page }, ...init }),
      ),
    );
  }

  /** Get one conversion. */
  async get(id: string, options: CallOptions = {}): Promise<Conversion> {
    const params = { path: { id: conversionId(id) } };
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/conversions/{id}', { params, ...init }),
    );
    return data;
  }

  /**
   * Move a conversion to another status, or refund a part of a sale.
   *
   * Moves: from `pending` to `approved`, `rejected` or `fraud`; from `approved` to `refunded` or
   * `fraud`; from `rejected` or `fraud` to `approved`. The status that it has is a no-op. A
   * `refundedAmount` is cumulative and keeps the sale `approved` until all is paid back.
   */
  async update(
    id: string,
    changes: UpdateConversion,
    options: WriteOptions = {},
  ): Promise<Conversion> {
    const params = { path: { id: conversionId(id) } };
    const { data } = await this.#calls.write(options, (api, init) =>
      api.PATCH('/conversions/{id}', { params, body: changes, ...init }),
    );
    return data;
  }
}
