import { Batch, type BatchItem } from './batch.js';
import type { Calls } from './calls.js';
import type { WriteOptions } from './options.js';
import type {
  Click,
  Conversion,
  TrackClick,
  TrackCustom,
  TrackedConversion,
  TrackLead,
  TrackRefund,
  TrackSale,
} from './schema.js';

/** Sends what happens: clicks, leads, sales, refunds and custom events. */
export class Track {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * Track a click; a repeat answers the stored one.
   *
   * A click is unique by its `clickId`. A repeat changes nothing: `differs` lists the fields that it
   * would have changed.
   */
  async click(click: TrackClick, options: WriteOptions = {}): Promise<Click> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/track/click', { body: click, ...init }),
    );
    return data;
  }

  /**
   * Track a lead; a repeat of its `orderId` answers the stored one.
   *
   * Goes to the customer with the `externalId` (created where there is none), else the `email`, else
   * the `clickId`. What finds nobody is kept, and stitched when its customer appears.
   */
  async lead(lead: TrackLead, options: WriteOptions = {}): Promise<TrackedConversion> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/track/lead', { body: lead, ...init }),
    );
    return data;
  }

  /**
   * Track a sale; a repeat of its `orderId` answers the stored one.
   *
   * Goes to a customer as a lead does. The amount, in minor units, is also kept in the workspace's
   * currency, at the rate of the sale's UTC day.
   */
  async sale(sale: TrackSale, options: WriteOptions = {}): Promise<TrackedConversion> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/track/sale', { body: sale, ...init }),
    );
    return data;
  }

  /**
   * Refund the sale with this `orderId`, in part or whole.
   *
   * The same as the update of that sale. `refundedAmount` is cumulative; the same one again is a
   * no-op.
   */
  async refund(refund: TrackRefund, options: WriteOptions = {}): Promise<Conversion> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/track/refund', { body: refund, ...init }),
    );
    return data;
  }

  /**
   * Track a custom event; a repeat of its `eventName` and `orderId` answers the stored one.
   *
   * Goes to a customer as a lead does.
   */
  async custom(event: TrackCustom, options: WriteOptions = {}): Promise<TrackedConversion> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/track/custom', { body: event, ...init }),
    );
    return data;
  }

  /**
   * Apply any number of events in order, each on its own; they go out in requests of up to 1,000
   * events and 5 MiB, one after another.
   *
   * An item is the body of its own route plus its `type`. `await` the batch for all results, or loop
   * over it with `for await` to have each as its request is answered and hold no more than one
   * request in memory; either sends it. An item that is refused has the status `error` in its result
   * and holds up none. When a whole request fails, the batch rejects: what it has yielded is
   * stored, and what has an `orderId` or a `clickId` can be sent again and is still stored once.
   *
   * An `idempotencyKey` gets the number of the request behind it, from 0: `key:0`, `key:1`, …
   */
  batch(items: Iterable<BatchItem> | AsyncIterable<BatchItem>, options: WriteOptions = {}): Batch {
    return new Batch(this.#calls, items, options);
  }
}
