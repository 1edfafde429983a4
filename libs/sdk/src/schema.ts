// Made from docs/openapi.json by `npm run sync`: do not edit.
export interface paths {
  '/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List customers, newest first unless sorted otherwise; a search and filters narrow the list */
    get: operations['customers.list'];
    put?: never;
    /**
     * Create a customer (201), or update the one with this externalId (200)
     * @description A field left out keeps its value, null clears it, and `metadata` is replaced whole. A `clickId` is claimed for good, also before its click arrives.
     */
    post: operations['customers.upsert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count customers, all of them or those that a search and filters let through
     * @description Counts to the last one, where a list with a `search` stops at 10,000.
     */
    get: operations['customers.count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one customer */
    get: operations['customers.get'];
    put?: never;
    post?: never;
    /**
     * Delete a customer and erase, for good, what says who it was; its numbers stay in the totals
     * @description The record leaves lists, counts, search and look-ups at once. A later upsert with the same `externalId` makes a new customer with no link to the old one.
     */
    delete: operations['customers.delete'];
    options?: never;
    head?: never;
    /** Change a customer: a field left out keeps its value, null clears it */
    patch: operations['customers.update'];
    trace?: never;
  };
  '/customers/{id}/recalculate-ltv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Recompute everything that is derived from a customer's events, from the events
     * @description Never needed in normal operation: every write keeps these numbers up to date. Takes no body.
     */
    post: operations['customers.recalculateLtv'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/cohorts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cohorts of customers by first-seen week or month, or by what brought them
     * @description Counts all customers whose `firstSeenAt` lies in the range, deleted ones too. Weeks are ISO weeks; weeks, months and days are meant in the workspace's time zone.
     */
    get: operations['customers.cohorts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/ltv-cohorts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lifetime-value curves of cohorts, month by month after each customer's first
     * @description Follows the customers first seen in the `months` calendar months that end with the month of `asOf`, deleted ones too. Sales after `asOf` are left out; statuses and refunds are as they are now.
     */
    get: operations['customers.ltvCohorts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{id}/journey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A customer's touches, conversions and refunds in time order, or a summary of them
     * @description A sale shows its whole reporting amount, a refund the refunded part. With `summary=true` there are no events but their numbers; `start` and `end` narrow both.
     */
    get: operations['customers.journey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{id}/attribution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What brought a customer's revenue, by five attribution models
     * @description Eligible for a conversion are the touches in the workspace's attribution window up to it. Each model shares out the net of the counting sales: its entries add up to it exactly.
     */
    get: operations['customers.attribution'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the customers that a search and filters let through, all of them without any
     * @description In the order of their ids. NDJSON has a `customer` item for each, and one more for each further click that it has claimed.
     */
    get: operations['customers.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/conversions/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the conversions that filters let through, all of them without any
     * @description In the order of their ids. CSV has those of deleted customers, too; NDJSON leaves them out, because an import could give them to nobody.
     */
    get: operations['conversions.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/clicks/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the clicks that filters let through, all of them without any
     * @description In the order of their `clickId`.
     */
    get: operations['clicks.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/click': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Track a click (201); a repeat answers the stored one (200)
     * @description A click is unique by its `clickId`. A repeat changes nothing: `differs` lists the fields that it would have changed.
     */
    post: operations['track.click'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/lead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Track a lead (201); a repeat of its `orderId` answers the stored one (200)
     * @description Goes to the customer with the `externalId` (created where there is none), else the `email`, else the `clickId`. What finds nobody is kept, and stitched when its customer appears.
     */
    post: operations['track.lead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/sale': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Track a sale (201); a repeat of its `orderId` answers the stored one (200)
     * @description Goes to a customer as a lead does. The amount is also kept in the workspace's currency, at the rate of the sale's UTC day.
     */
    post: operations['track.sale'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/refund': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refund the sale with this `orderId`, in part or whole
     * @description The same as the `PATCH` of that sale. `refundedAmount` is cumulative; the same one again is a no-op.
     */
    post: operations['track.refund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/custom': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Track a custom event (201); a repeat of its `eventName` and `orderId` answers the stored one (200)
     * @description Goes to a customer as a lead does.
     */
    post: operations['track.custom'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/track/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Apply up to 1,000 events in order, each on its own; bodies up to 5 MiB
     * @description The answer is 200 also when items are refused: `results` tells of each item what became of it. An item is the body of its own route plus its `type`.
     */
    post: operations['track.batch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/conversions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List conversions by the time at which they happened, newest first unless sorted otherwise */
    get: operations['conversions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/conversions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one conversion */
    get: operations['conversions.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Move a conversion to another status, or refund a part of a sale
     * @description Moves: from `pending` to `approved`, `rejected` or `fraud`; from `approved` to `refunded` or `fraud`; from `rejected` or `fraud` to `approved`. The status that it has is a no-op. A `refundedAmount` is cumulative and keeps the sale `approved` until all is paid back.
     */
    patch: operations['conversions.update'];
    trace?: never;
  };
  '/livez': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process is alive */
    get: operations['health.live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process can serve: the database answers, has every migration, and no end has begun */
    get: operations['health.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AttributedConversion: {
      /**
       * @description The conversion's id.
       * @example con_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string;
      /**
       * @description What kind of outcome it is.
       * @enum {string}
       */
      type: 'lead' | 'sale' | 'custom';
      /**
       * @description Its name.
       * @example Sale
       */
      eventName: string;
      /**
       * @description Its status; a sale counts while it is `approved`.
       * @enum {string}
       */
      status: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-03-02T10:00:00.000Z
       */
      occurredAt: string;
      /**
       * Format: int64
       * @description Net while the sale counts, else 0, in reporting minor units; null for leads and customs.
       * @example 4200
       */
      reportingNet: number | null;
      /**
       * Format: int64
       * @description The number of its eligible touches: those in the attribution window up to it.
       * @example 2
       */
      touches: number;
      /** @description The last of its eligible touches, or null. */
      attributedTouch: components['schemas']['Touch'] | null;
    };
    Attribution: {
      /**
       * @description The customer's id.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string;
      /** @description The touch that brought the customer; null when it had converted before its first click. */
      firstTouch: components['schemas']['Touch'] | null;
      /** @description The latest touch, or null. */
      lastTouch: components['schemas']['Touch'] | null;
      /**
       * Format: int64
       * @description How many touches the customer has.
       * @example 3
       */
      touches: number;
      /** @description Touches by link: most touches first, then by id. */
      links: components['schemas']['TouchGroup'][];
      /** @description Touches by campaign: most touches first, then by id, null last. */
      campaigns: components['schemas']['TouchGroup'][];
      /** @description Touches by source: most touches first, then by id, null last. */
      sources: components['schemas']['TouchGroup'][];
      /** @description The latest 1,000 conversions of any type and status, in time order. */
      conversions: components['schemas']['AttributedConversion'][];
      /** @description All counting sales, attributed by each model. */
      models: components['schemas']['AttributionModels'];
    };
    AttributionEntry: {
      /**
       * @description The link, or null.
       * @example link_home
       */
      linkId: string | null;
      /**
       * @description The campaign, or null.
       * @example spring
       */
      campaignId: string | null;
      /**
       * @description The source, or null.
       * @example newsletter
       */
      source: string | null;
      /**
       * @description Its shares of counting sales, summed, to 4 decimals.
       * @example 1.5
       */
      credit: number;
      /**
       * Format: int64
       * @description Its shares of their net, in reporting minor units.
       * @example 6300
       */
      revenue: number;
    };
    AttributionModels: {
      /** @description All to the first eligible touch. */
      firstTouch: components['schemas']['AttributionEntry'][];
      /** @description All to the last eligible touch. */
      lastTouch: components['schemas']['AttributionEntry'][];
      /** @description In equal shares. */
      linear: components['schemas']['AttributionEntry'][];
      /** @description By weights that halve with every 7 days before the sale. */
      timeDecay: components['schemas']['AttributionEntry'][];
      /** @description 40 % to the first, 40 % to the last, 20 % shared between the others; of two, half each. */
      positionBased: components['schemas']['AttributionEntry'][];
    };
    BatchClick: {
      /**
       * @description What the item is. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'click';
      /**
       * @description The caller's id of the click, 1 to 255 characters: a click is stored once.
       * @example clk_1
       */
      clickId: string;
      /**
       * @description The tracked link.
       * @example link_home
       */
      linkId: string;
      /**
       * @description The campaign that the link belongs to.
       * @example spring
       */
      campaignId?: string | null;
      /**
       * @description Where the visitor came from, such as `newsletter`.
       * @example newsletter
       */
      source?: string | null;
      /**
       * @description By which means, such as `email`.
       * @example email
       */
      medium?: string | null;
      /**
       * @description The page that the click came from, up to 2,048 characters.
       * @example https://example.org/post
       */
      referrer?: string | null;
      /**
       * @description The visitor's country as ISO 3166-1 alpha-2.
       * @example GB
       */
      country?: string | null;
      /**
       * @description Ties the clicks of one visitor together: who claims one of them has touched all.
       * @example vis_7
       */
      visitorId?: string | null;
      /**
       * Format: date-time
       * @description When the click happened (default now).
       * @example 2026-03-01T09:00:00Z
       */
      occurredAt?: string | null;
      /** @description Where the export stood that has written the item. Says nothing here. */
      cursor?: string;
    };
    BatchCustom:
      | {
          /**
           * @description What the item is. (enum property replaced by openapi-typescript)
           * @enum {string}
           */
          type: 'custom';
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What happened.
           * @example Demo booked
           */
          eventName: string;
          /** @description Where the export stood that has written the item. Says nothing here. */
          cursor?: string;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    BatchCustomer: {
      /**
       * @description What the item is. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'customer';
      /**
       * @description Email address; trimmed and lower-cased. Need not be unique.
       * @example ada@example.com
       */
      email?: string | null;
      /**
       * @description Name, 1 to 255 characters.
       * @example Ada
       */
      name?: string | null;
      /** @description Address of a picture, 1 to 2,048 characters. */
      avatar?: string | null;
      /**
       * @description Country as ISO 3166-1 alpha-2.
       * @example GB
       */
      country?: string | null;
      /**
       * @description A click that the customer claims, also before it arrives. Null changes nothing.
       * @example clk_1
       */
      clickId?: string | null;
      /**
       * @description Replaces the metadata whole; null empties it.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /**
       * @description The id that the caller knows the customer by, 1 to 255 characters.
       * @example user_42
       */
      externalId: string;
      /**
       * Format: date-time
       * @description When the customer came to be (default now); may only move a stored time earlier.
       * @example 2026-03-01T10:00:00Z
       */
      createdAt?: string | null;
      /** @description Where the export stood that has written the item. Says nothing here. */
      cursor?: string;
    };
    BatchLead:
      | {
          /**
           * @description What the item is. (enum property replaced by openapi-typescript)
           * @enum {string}
           */
          type: 'lead';
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What the lead is called.
           * @default Lead
           */
          eventName?: string | null;
          /** @description Where the export stood that has written the item. Says nothing here. */
          cursor?: string;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    BatchRefund: {
      /**
       * @description What the item is. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'refund';
      /**
       * @description The sale's `orderId`.
       * @example o-1
       */
      orderId: string;
      /**
       * Format: int64
       * @description All that has been paid back so far, in minor units of the sale's currency (default: all).
       * @example 4200
       */
      refundedAmount?: number | null;
      /**
       * Format: date-time
       * @description When it was paid back (default now); not before the sale.
       */
      refundedAt?: string | null;
      /** @description Where the export stood that has written the item. Says nothing here. */
      cursor?: string;
    };
    BatchResult: {
      /** @description One result for each item, in order. */
      results: components['schemas']['ItemResult'][];
    };
    BatchSale:
      | {
          /**
           * @description What the item is. (enum property replaced by openapi-typescript)
           * @enum {string}
           */
          type: 'sale';
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What the sale is called.
           * @default Sale
           */
          eventName?: string | null;
          /**
           * Format: int64
           * @description What was paid, in minor units of `currency` (cents; yen have none).
           * @example 4200
           */
          amount: number;
          /**
           * @description ISO 4217 code in either case (default: the workspace's currency).
           * @example EUR
           */
          currency?: string | null;
          /**
           * Format: int64
           * @description The part that was paid back, in minor units of `currency`; not together with `status`.
           * @example 0
           */
          refundedAmount?: number | null;
          /**
           * Format: date-time
           * @description When it was paid back (default: `occurredAt`); only with a refund.
           */
          refundedAt?: string | null;
          /** @description Where the export stood that has written the item. Says nothing here. */
          cursor?: string;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    Click: {
      /**
       * @description The caller's id of the click.
       * @example clk_1
       */
      clickId: string;
      /**
       * @description The tracked link.
       * @example link_home
       */
      linkId: string;
      /**
       * @description The campaign, or null.
       * @example spring
       */
      campaignId: string | null;
      /**
       * @description The source, or null.
       * @example newsletter
       */
      source: string | null;
      /**
       * @description The medium, or null.
       * @example email
       */
      medium: string | null;
      /**
       * @description The referring page, or null.
       * @example null
       */
      referrer: string | null;
      /**
       * @description The visitor's country, or null.
       * @example GB
       */
      country: string | null;
      /**
       * @description The visitor, or null.
       * @example vis_7
       */
      visitorId: string | null;
      /**
       * Format: date-time
       * @description When the click happened.
       * @example 2026-03-01T09:00:00.000Z
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When the click was stored.
       * @example 2026-03-01T09:00:00.412Z
       */
      createdAt: string;
      /**
       * @description Whether the click had been stored before.
       * @example false
       */
      duplicate: boolean;
      /**
       * @description The fields of a repeat that the stored click has otherwise.
       * @example []
       */
      differs: string[];
    };
    Cohort: {
      /**
       * Format: int64
       * @description Customers first seen in the range, deleted ones too.
       * @example 10
       */
      customers: number;
      /**
       * Format: int64
       * @description Customers with an approved lead.
       * @example 4
       */
      customersWithLeads: number;
      /**
       * Format: int64
       * @description Customers with a counting sale.
       * @example 3
       */
      convertedCustomers: number;
      /**
       * @description `convertedCustomers` / `customers` to 4 decimals; null when there are no customers.
       * @example 0.3
       */
      conversionRate: number | null;
      /**
       * Format: int64
       * @description Counting sales.
       * @example 5
       */
      sales: number;
      /**
       * Format: int64
       * @description Net of the counting sales, in minor units of `currency`.
       * @example 41200
       */
      revenue: number;
      /**
       * Format: int64
       * @description `revenue` / `customers`, in minor units; null when there are no customers.
       * @example 4120
       */
      averageLtv: number | null;
      /**
       * Format: int64
       * @description `revenue` / `sales`, in minor units; null when there are no sales.
       * @example 8240
       */
      averageOrderValue: number | null;
      /**
       * @description The ISO week, the month, the campaign or the source; null for none.
       * @example 2026-W09
       */
      cohort: string | null;
      /**
       * @description How many of the customers had a counting sale in the k-th week or month after the cohort's own, from k = 0 up to the period that contains now; only with `periods`.
       * @example [
       *       3,
       *       1,
       *       0
       *     ]
       */
      retention?: number[];
    };
    CohortTotals: {
      /**
       * Format: int64
       * @description Customers first seen in the range, deleted ones too.
       * @example 10
       */
      customers: number;
      /**
       * Format: int64
       * @description Customers with an approved lead.
       * @example 4
       */
      customersWithLeads: number;
      /**
       * Format: int64
       * @description Customers with a counting sale.
       * @example 3
       */
      convertedCustomers: number;
      /**
       * @description `convertedCustomers` / `customers` to 4 decimals; null when there are no customers.
       * @example 0.3
       */
      conversionRate: number | null;
      /**
       * Format: int64
       * @description Counting sales.
       * @example 5
       */
      sales: number;
      /**
       * Format: int64
       * @description Net of the counting sales, in minor units of `currency`.
       * @example 41200
       */
      revenue: number;
      /**
       * Format: int64
       * @description `revenue` / `customers`, in minor units; null when there are no customers.
       * @example 4120
       */
      averageLtv: number | null;
      /**
       * Format: int64
       * @description `revenue` / `sales`, in minor units; null when there are no sales.
       * @example 8240
       */
      averageOrderValue: number | null;
    };
    Cohorts: {
      /**
       * @description What the customers are grouped by.
       * @enum {string}
       */
      groupBy: 'week' | 'month' | 'campaign' | 'source';
      /**
       * Format: date
       * @description The first day asked for, or null.
       * @example 2026-03-01
       */
      start: string | null;
      /**
       * Format: date
       * @description The last day asked for, or null.
       * @example 2026-03-31
       */
      end: string | null;
      /**
       * @description The workspace's time zone, in which weeks, months and days are meant.
       * @example UTC
       */
      timezone: string;
      /**
       * @description The workspace's reporting currency, ISO 4217.
       * @example USD
       */
      currency: string;
      /** @description The groups: weeks and months in their order and without empty ones, others by most customers, then by name, null last. */
      cohorts: components['schemas']['Cohort'][];
      /** @description Whether there are more than the 1,000 groups that are listed. */
      truncated: boolean;
      /** @description All groups together, also those that are not listed. */
      totals: components['schemas']['CohortTotals'];
    };
    Conversion: {
      /**
       * @description The conversion's id in this service; sorts by creation.
       * @example con_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string;
      /**
       * @description Lead, sale or custom event.
       * @example sale
       * @enum {string}
       */
      type: 'lead' | 'sale' | 'custom';
      /**
       * @description What it is called.
       * @example Sale
       */
      eventName: string;
      /**
       * @description The customer, or null while nobody has been found.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string | null;
      /**
       * @description The click that it came with, or null.
       * @example null
       */
      clickId: string | null;
      /**
       * @description The caller's id of the order, or null.
       * @example o-1
       */
      orderId: string | null;
      /**
       * @description Where it stands. A sale counts while it is approved.
       * @example approved
       * @enum {string}
       */
      status: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';
      /**
       * Format: int64
       * @description What was paid, in minor units of `currency`; null for leads and customs.
       * @example 4200
       */
      amount: number | null;
      /**
       * @description ISO 4217 code of `amount`; null for leads and customs.
       * @example EUR
       */
      currency: string | null;
      /**
       * Format: int64
       * @description What has been paid back, in minor units of `currency`; null for leads and customs.
       * @example 0
       */
      refundedAmount: number | null;
      /**
       * Format: date-time
       * @description When it was paid back, or null.
       * @example null
       */
      refundedAt: string | null;
      /**
       * Format: int64
       * @description `amount` in minor units of `reportingCurrency`, at the rate of the sale's UTC day.
       * @example 4553
       */
      reportingAmount: number | null;
      /**
       * Format: int64
       * @description What counts of it: `reportingAmount` less refunds while the sale is approved, else 0.
       * @example 4553
       */
      reportingNet: number | null;
      /**
       * @description The workspace's currency; null for leads and customs.
       * @example USD
       */
      reportingCurrency: string | null;
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-03-04T12:00:00.000Z
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it was stored.
       * @example 2026-03-04T12:00:00.230Z
       */
      createdAt: string;
      /**
       * @description The caller's own flat key-value pairs.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata: {
        [key: string]: string | number | boolean;
      };
    };
    Customer: {
      /**
       * @description The customer's id in this service; sorts by creation.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string;
      /**
       * @description The id that the caller knows the customer by.
       * @example user_42
       */
      externalId: string;
      /**
       * @description The email address, lower-cased, or null.
       * @example ada@example.com
       */
      email: string | null;
      /**
       * @description The name, or null.
       * @example Ada
       */
      name: string | null;
      /**
       * @description The address of a picture, or null.
       * @example null
       */
      avatar: string | null;
      /**
       * @description The country as ISO 3166-1 alpha-2, or null.
       * @example GB
       */
      country: string | null;
      /**
       * @description The caller's own flat key-value pairs.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata: {
        [key: string]: string | number | boolean;
      };
      /**
       * Format: date-time
       * @description When the customer came to be: the earliest time that the caller or an event gave.
       * @example 2026-03-01T10:00:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the record last changed.
       * @example 2026-03-04T12:00:00.000Z
       */
      updatedAt: string;
      /**
       * Format: date-time
       * @description The earliest of `createdAt`, the earliest touch and the first conversion.
       * @example 2026-03-01T09:00:00.000Z
       */
      firstSeenAt: string;
      /**
       * Format: date-time
       * @description The latest touch or conversion, or null.
       * @example 2026-03-04T12:00:00.000Z
       */
      lastActivityAt: string | null;
      /** @description The touch that brought the customer; null when it had converted before its first click. */
      firstTouch: components['schemas']['Touch'] | null;
      /**
       * Format: int64
       * @description How many approved leads the customer has.
       * @example 1
       */
      leads: number;
      /**
       * Format: int64
       * @description How many counting sales the customer has.
       * @example 2
       */
      sales: number;
      /**
       * Format: int64
       * @description Net of the counting sales, in minor units of `currency`.
       * @example 12900
       */
      ltv: number;
      /**
       * @description The workspace's reporting currency, ISO 4217.
       * @example USD
       */
      currency: string;
    };
    CustomerCount: {
      /**
       * Format: int64
       * @description Live customers that match, counted to the last one.
       * @example 2000
       */
      count: number;
    };
    Deletion: {
      /**
       * @description The id of the customer that is no more.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string;
      /**
       * @description Always true.
       * @example true
       */
      deleted: boolean;
    };
    /**
     * @description What went wrong, for programs to branch on.
     * @enum {string}
     */
    ErrorCode:
      | 'VALIDATION_ERROR'
      | 'UNAUTHORIZED'
      | 'INVALID_API_KEY'
      | 'FEATURE_NOT_AVAILABLE'
      | 'FORBIDDEN'
      | 'NOT_FOUND'
      | 'METHOD_NOT_ALLOWED'
      | 'PAYLOAD_TOO_LARGE'
      | 'UNSUPPORTED_MEDIA_TYPE'
      | 'DUPLICATE_EXTERNAL_ID'
      | 'INVALID_STATUS_TRANSITION'
      | 'IDEMPOTENCY_CONFLICT'
      | 'UNSUPPORTED_CURRENCY'
      | 'RATE_LIMITED'
      | 'ANALYTICS_ERROR'
      | 'INTERNAL_ERROR'
      | 'SERVICE_UNAVAILABLE';
    /** @description A fault of one field. */
    ErrorDetail: {
      /**
       * @description The field as in the request, such as `events.3.amount`; empty for the whole.
       * @example amount
       */
      path: string;
      /**
       * @description What is wrong with it.
       * @example must be an integer of minor units from 0 to 999999999999
       */
      message: string;
    };
    /** @description The envelope of every error. */
    Failure: {
      /** @constant */
      success: false;
      error: {
        code: components['schemas']['ErrorCode'];
        /** @description What is wrong, as a sentence for people. */
        message: string;
        /**
         * @description The id of the request, for the operator.
         * @example req_01KAS5E3V7Q1T4M8YB2ZC6D9XF
         */
        requestId: string;
        /** @description The faulty fields; only with `VALIDATION_ERROR`. */
        details?: components['schemas']['ErrorDetail'][];
      };
    };
    Health: {
      /**
       * @description Always `ok`: a process that is not well answers 503, or not at all.
       * @example ok
       * @enum {string}
       */
      status: 'ok';
    };
    ItemError: {
      /**
       * @description An error code, as its own route would answer.
       * @example VALIDATION_ERROR
       */
      code: components['schemas']['ErrorCode'];
      /**
       * @description What is wrong, as a sentence.
       * @example amount: must be an integer of minor units from 0 to 999999999999
       */
      message: string;
      /** @description The faulty fields of the item. */
      details?: components['schemas']['ItemErrorDetail'][];
    };
    ItemErrorDetail: {
      /**
       * @description The field of the item.
       * @example amount
       */
      path: string;
      /**
       * @description What is wrong with it.
       * @example must be an integer of minor units from 0 to 999999999999
       */
      message: string;
    };
    ItemResult: {
      /**
       * Format: int64
       * @description The item's place in the request, from 0.
       * @example 0
       */
      index: number;
      /**
       * @description What the item did.
       * @example created
       * @enum {string}
       */
      status: 'created' | 'updated' | 'duplicate' | 'error';
      /**
       * @description The record's id; null for an error.
       * @example con_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string | null;
      /** @description Why the item was refused; only with the status `error`. */
      error?: components['schemas']['ItemError'];
    };
    JourneyEvent: {
      /**
       * @description What happened.
       * @enum {string}
       */
      type: 'click' | 'lead' | 'custom' | 'sale' | 'refund';
      /**
       * @description The click's id or the conversion's; of a refund, its sale's.
       * @example clk_1
       */
      id: string;
      /**
       * @description The name of the conversion, or null.
       * @example null
       */
      name: string | null;
      /**
       * Format: date-time
       * @description When it happened; of a refund, when the sale was last refunded.
       * @example 2026-03-01T09:00:00.000Z
       */
      occurredAt: string;
      /**
       * @description The link of a click.
       * @example link_home
       */
      linkId: string | null;
      /**
       * @description The campaign of a click.
       * @example spring
       */
      campaignId: string | null;
      /**
       * @description The source of a click.
       * @example newsletter
       */
      source: string | null;
      /**
       * @description The medium of a click.
       * @example email
       */
      medium: string | null;
      /**
       * @description The page that a click came from.
       * @example null
       */
      referrer: string | null;
      /**
       * Format: int64
       * @description The whole amount of a sale, or the refunded part, in minor units of `currency`.
       * @example null
       */
      amount: number | null;
      /**
       * @description The workspace's reporting currency for a sale or refund, ISO 4217.
       * @example null
       */
      currency: string | null;
      /**
       * @description The status of the conversion; of a refund, its sale's.
       * @example null
       * @enum {string|null}
       */
      status: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
      /**
       * @description The order of the conversion, or null.
       * @example null
       */
      orderId: string | null;
    };
    JourneyEvents: {
      /**
       * @description The customer's id.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string;
      /** @description Events in time order. */
      events: components['schemas']['JourneyEvent'][];
      /**
       * @description Goes on behind these events; null when nothing is left.
       * @example null
       */
      nextCursor: string | null;
    };
    JourneySummary: {
      /**
       * Format: int64
       * @description Clicks that are touches of the customer.
       * @example 3
       */
      touches: number;
      /**
       * Format: int64
       * @description Leads.
       * @example 1
       */
      leads: number;
      /**
       * Format: int64
       * @description Sales.
       * @example 2
       */
      sales: number;
      /**
       * Format: int64
       * @description Custom events.
       * @example 0
       */
      customs: number;
      /**
       * Format: int64
       * @description Sales with a refunded part that were refunded in the range.
       * @example 0
       */
      refunds: number;
      /**
       * Format: int64
       * @description Net of the counting sales, in minor units of the workspace's currency.
       * @example 12900
       */
      revenue: number;
      /**
       * Format: date-time
       * @description The earliest touch, or null.
       * @example 2026-03-01T09:00:00.000Z
       */
      firstTouchAt: string | null;
      /**
       * Format: date-time
       * @description The latest touch, or null.
       * @example 2026-03-02T09:00:00.000Z
       */
      lastTouchAt: string | null;
      /**
       * Format: date-time
       * @description The earliest conversion of any type, or null.
       * @example 2026-03-01T10:00:00.000Z
       */
      firstConversionAt: string | null;
      /**
       * Format: date-time
       * @description The latest touch or conversion, or null.
       * @example 2026-03-04T12:00:00.000Z
       */
      lastActivityAt: string | null;
      /**
       * Format: int64
       * @description Whole seconds from the first touch to the first conversion; null where either is missing or the conversion came first.
       * @example 3600
       */
      secondsToFirstConversion: number | null;
    };
    LtvCohort: {
      /**
       * @description The month, the campaign or the source; null for none.
       * @example 2026-03
       */
      cohort: string | null;
      /**
       * Format: int64
       * @description Customers first seen in the months asked for, deleted ones too.
       * @example 120
       */
      customers: number;
      /**
       * Format: int64
       * @description Customers with a counting sale not after `asOf`.
       * @example 40
       */
      payingCustomers: number;
      /**
       * Format: int64
       * @description Net of the counting sales not after `asOf`, in minor units of `currency`.
       * @example 99000
       */
      revenue: number;
      /**
       * Format: int64
       * @description `revenue` / `customers`, in minor units; null when there are no customers.
       * @example 825
       */
      ltv: number | null;
      /** @description By month of age, up to the last month that has begun for some customer of the cohort. */
      curve: components['schemas']['LtvPoint'][];
    };
    LtvCohorts: {
      /**
       * @description What the customers are grouped by.
       * @enum {string}
       */
      groupBy: 'month' | 'campaign' | 'source';
      /**
       * @description How many calendar months of customers, ending with the month of `asOf`.
       * @example 12
       */
      months: number;
      /**
       * Format: date-time
       * @description The instant up to which customers and sales are taken; of a day its last millisecond.
       * @example 2026-03-31T23:59:59.999Z
       */
      asOf: string;
      /**
       * @description The workspace's time zone, in which months are meant.
       * @example UTC
       */
      timezone: string;
      /**
       * @description The workspace's reporting currency, ISO 4217.
       * @example USD
       */
      currency: string;
      /** @description Months in their order, also empty ones; others by most customers, then by name, null last. */
      cohorts: components['schemas']['LtvCohort'][];
      /** @description Whether there are more than the 1,000 groups that are listed. */
      truncated: boolean;
    };
    LtvPoint: {
      /**
       * Format: int64
       * @description The k-th calendar month after each customer's own first month, from 0.
       * @example 0
       */
      month: number;
      /**
       * Format: int64
       * @description Net of the cohort's counting sales in that month, in minor units of `currency`.
       * @example 60000
       */
      revenue: number;
      /**
       * Format: int64
       * @description `revenue` of this month and all before it, in minor units.
       * @example 60000
       */
      cumulativeRevenue: number;
      /**
       * Format: int64
       * @description `cumulativeRevenue` / `customers`, in minor units; null when there are no customers.
       * @example 500
       */
      ltv: number | null;
      /** @description Whether the month has ended for every customer of the cohort; otherwise it may still grow. */
      complete: boolean;
    };
    /** @description What a list says of itself. */
    Pagination: {
      /**
       * Format: int64
       * @description Rows that match; with a `search`, counted up to 10,000.
       * @example 1
       */
      total: number;
      /**
       * @description Whether there are more than `total`.
       * @example false
       */
      totalCapped: boolean;
      /**
       * Format: int64
       * @description The page; null when the list was asked for with a `cursor`.
       * @example 1
       */
      page: number | null;
      /**
       * @description Rows on a page.
       * @example 20
       */
      limit: number;
      /**
       * @description Whether rows come behind these.
       * @example false
       */
      hasMore: boolean;
      /**
       * @description The `cursor` of the next page; null on the last.
       * @example null
       */
      nextCursor: string | null;
    };
    Recalculation: {
      /**
       * @description The customer's id.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string;
      /**
       * Format: int64
       * @description Net of the counting sales, from the events, in minor units of `currency`.
       * @example 12900
       */
      ltv: number;
      /**
       * Format: int64
       * @description What was stored before, in minor units of `currency`.
       * @example 12900
       */
      previousLtv: number;
      /**
       * Format: int64
       * @description How many counting sales the events have.
       * @example 2
       */
      sales: number;
      /**
       * Format: int64
       * @description How many approved leads the events have.
       * @example 1
       */
      leads: number;
      /**
       * @description The workspace's reporting currency, ISO 4217.
       * @example USD
       */
      currency: string;
      /**
       * Format: date-time
       * @description When it was recomputed.
       * @example 2026-03-04T12:00:00.000Z
       */
      recalculatedAt: string;
    };
    SummarizedJourney: {
      /**
       * @description The customer's id.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string;
      /** @description The journey in numbers. */
      summary: components['schemas']['JourneySummary'];
    };
    Touch: {
      /**
       * @description The click's id, as the caller sent it.
       * @example clk_1
       */
      clickId: string;
      /**
       * @description The tracked link that was clicked.
       * @example link_home
       */
      linkId: string;
      /**
       * @description The campaign of the click, or null.
       * @example spring
       */
      campaignId: string | null;
      /**
       * @description The source of the click, or null.
       * @example newsletter
       */
      source: string | null;
      /**
       * @description The medium of the click, or null.
       * @example email
       */
      medium: string | null;
      /**
       * @description The page that the click came from, or null.
       * @example https://example.org/post
       */
      referrer: string | null;
      /**
       * Format: date-time
       * @description When the click happened.
       * @example 2026-03-01T09:00:00.000Z
       */
      occurredAt: string;
    };
    TouchGroup: {
      /**
       * @description The link, campaign or source; null for none.
       * @example link_home
       */
      id: string | null;
      /**
       * Format: int64
       * @description How many touches it has.
       * @example 2
       */
      touches: number;
      /**
       * Format: date-time
       * @description The earliest of them.
       * @example 2026-03-01T09:00:00.000Z
       */
      firstAt: string;
      /**
       * Format: date-time
       * @description The latest of them.
       * @example 2026-03-02T09:00:00.000Z
       */
      lastAt: string;
    };
    TrackBatch: {
      /**
       * @description 1 to 1,000 items: the body of the item's own route, plus its `type`.
       * @example [
       *       {
       *         "type": "click",
       *         "clickId": "clk_1",
       *         "linkId": "link_home"
       *       },
       *       {
       *         "type": "sale",
       *         "externalId": "user_42",
       *         "clickId": "clk_1",
       *         "amount": 4200,
       *         "orderId": "o-1"
       *       }
       *     ]
       */
      events: (
        | components['schemas']['BatchClick']
        | components['schemas']['BatchLead']
        | components['schemas']['BatchSale']
        | components['schemas']['BatchRefund']
        | components['schemas']['BatchCustom']
        | components['schemas']['BatchCustomer']
      )[];
    };
    TrackClick: {
      /**
       * @description The caller's id of the click, 1 to 255 characters: a click is stored once.
       * @example clk_1
       */
      clickId: string;
      /**
       * @description The tracked link.
       * @example link_home
       */
      linkId: string;
      /**
       * @description The campaign that the link belongs to.
       * @example spring
       */
      campaignId?: string | null;
      /**
       * @description Where the visitor came from, such as `newsletter`.
       * @example newsletter
       */
      source?: string | null;
      /**
       * @description By which means, such as `email`.
       * @example email
       */
      medium?: string | null;
      /**
       * @description The page that the click came from, up to 2,048 characters.
       * @example https://example.org/post
       */
      referrer?: string | null;
      /**
       * @description The visitor's country as ISO 3166-1 alpha-2.
       * @example GB
       */
      country?: string | null;
      /**
       * @description Ties the clicks of one visitor together: who claims one of them has touched all.
       * @example vis_7
       */
      visitorId?: string | null;
      /**
       * Format: date-time
       * @description When the click happened (default now).
       * @example 2026-03-01T09:00:00Z
       */
      occurredAt?: string | null;
    };
    TrackCustom:
      | {
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What happened.
           * @example Demo booked
           */
          eventName: string;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    TrackLead:
      | {
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What the lead is called.
           * @default Lead
           */
          eventName?: string | null;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    TrackRefund: {
      /**
       * @description The sale's `orderId`.
       * @example o-1
       */
      orderId: string;
      /**
       * Format: int64
       * @description All that has been paid back so far, in minor units of the sale's currency (default: all).
       * @example 4200
       */
      refundedAmount?: number | null;
      /**
       * Format: date-time
       * @description When it was paid back (default now); not before the sale.
       */
      refundedAt?: string | null;
    };
    TrackSale:
      | {
          /**
           * @description The caller's id of the customer; one that does not exist yet is created.
           * @example user_42
           */
          externalId?: string | null;
          /**
           * @description The customer's email address; trimmed and lower-cased.
           * @example ada@example.com
           */
          email?: string | null;
          /**
           * @description The click that led here; the customer claims it.
           * @example clk_1
           */
          clickId?: string | null;
          /**
           * @description Fills the customer's name where it is empty.
           * @example Ada
           */
          name?: string | null;
          /** @description Fills the customer's avatar where it is empty. */
          avatar?: string | null;
          /**
           * @description Fills the customer's country where it is empty; ISO 3166-1 alpha-2.
           * @example GB
           */
          country?: string | null;
          /**
           * @description The caller's id of the order: with it, the conversion is stored once.
           * @example o-1
           */
          orderId?: string | null;
          /**
           * @description Where the conversion stands.
           * @default approved
           * @enum {string|null}
           */
          status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
          /**
           * Format: date-time
           * @description When it happened (default now).
           * @example 2026-03-04T12:00:00Z
           */
          occurredAt?: string | null;
          /**
           * @description The caller's own flat key-value pairs.
           * @example {
           *       "plan": "pro",
           *       "seats": 6,
           *       "trial": false
           *     }
           */
          metadata?: {
            [key: string]: string | number | boolean;
          } | null;
          /**
           * @description What the sale is called.
           * @default Sale
           */
          eventName?: string | null;
          /**
           * Format: int64
           * @description What was paid, in minor units of `currency` (cents; yen have none).
           * @example 4200
           */
          amount: number;
          /**
           * @description ISO 4217 code in either case (default: the workspace's currency).
           * @example EUR
           */
          currency?: string | null;
          /**
           * Format: int64
           * @description The part that was paid back, in minor units of `currency`; not together with `status`.
           * @example 0
           */
          refundedAmount?: number | null;
          /**
           * Format: date-time
           * @description When it was paid back (default: `occurredAt`); only with a refund.
           */
          refundedAt?: string | null;
        }
      | {
          externalId: string;
        }
      | {
          email: string;
        }
      | {
          clickId: string;
        };
    TrackedConversion: {
      /**
       * @description The conversion's id in this service; sorts by creation.
       * @example con_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      id: string;
      /**
       * @description Lead, sale or custom event.
       * @example sale
       * @enum {string}
       */
      type: 'lead' | 'sale' | 'custom';
      /**
       * @description What it is called.
       * @example Sale
       */
      eventName: string;
      /**
       * @description The customer, or null while nobody has been found.
       * @example cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF
       */
      customerId: string | null;
      /**
       * @description The click that it came with, or null.
       * @example null
       */
      clickId: string | null;
      /**
       * @description The caller's id of the order, or null.
       * @example o-1
       */
      orderId: string | null;
      /**
       * @description Where it stands. A sale counts while it is approved.
       * @example approved
       * @enum {string}
       */
      status: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';
      /**
       * Format: int64
       * @description What was paid, in minor units of `currency`; null for leads and customs.
       * @example 4200
       */
      amount: number | null;
      /**
       * @description ISO 4217 code of `amount`; null for leads and customs.
       * @example EUR
       */
      currency: string | null;
      /**
       * Format: int64
       * @description What has been paid back, in minor units of `currency`; null for leads and customs.
       * @example 0
       */
      refundedAmount: number | null;
      /**
       * Format: date-time
       * @description When it was paid back, or null.
       * @example null
       */
      refundedAt: string | null;
      /**
       * Format: int64
       * @description `amount` in minor units of `reportingCurrency`, at the rate of the sale's UTC day.
       * @example 4553
       */
      reportingAmount: number | null;
      /**
       * Format: int64
       * @description What counts of it: `reportingAmount` less refunds while the sale is approved, else 0.
       * @example 4553
       */
      reportingNet: number | null;
      /**
       * @description The workspace's currency; null for leads and customs.
       * @example USD
       */
      reportingCurrency: string | null;
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-03-04T12:00:00.000Z
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it was stored.
       * @example 2026-03-04T12:00:00.230Z
       */
      createdAt: string;
      /**
       * @description The caller's own flat key-value pairs.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata: {
        [key: string]: string | number | boolean;
      };
      /**
       * @description Whether the conversion had been stored before.
       * @example false
       */
      duplicate: boolean;
      /**
       * @description The fields of a repeat that the stored conversion has otherwise.
       * @example []
       */
      differs: string[];
    };
    UpdateConversion: {
      /**
       * @description The next status; not together with `refundedAmount`.
       * @enum {string|null}
       */
      status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud' | null;
      /**
       * Format: int64
       * @description All that has been paid back so far, in minor units of the sale's currency.
       * @example 1000
       */
      refundedAmount?: number | null;
      /**
       * Format: date-time
       * @description When it was paid back (default now); not before the sale, and only with a refund.
       */
      refundedAt?: string | null;
    };
    UpdateCustomer: {
      /**
       * @description Email address; trimmed and lower-cased. Need not be unique.
       * @example ada@example.com
       */
      email?: string | null;
      /**
       * @description Name, 1 to 255 characters.
       * @example Ada
       */
      name?: string | null;
      /** @description Address of a picture, 1 to 2,048 characters. */
      avatar?: string | null;
      /**
       * @description Country as ISO 3166-1 alpha-2.
       * @example GB
       */
      country?: string | null;
      /**
       * @description A click that the customer claims, also before it arrives. Null changes nothing.
       * @example clk_1
       */
      clickId?: string | null;
      /**
       * @description Replaces the metadata whole; null empties it.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /**
       * @description A new externalId, 1 to 255 characters; it cannot be cleared.
       * @example user_43
       */
      externalId?: string;
    };
    UpsertCustomer: {
      /**
       * @description Email address; trimmed and lower-cased. Need not be unique.
       * @example ada@example.com
       */
      email?: string | null;
      /**
       * @description Name, 1 to 255 characters.
       * @example Ada
       */
      name?: string | null;
      /** @description Address of a picture, 1 to 2,048 characters. */
      avatar?: string | null;
      /**
       * @description Country as ISO 3166-1 alpha-2.
       * @example GB
       */
      country?: string | null;
      /**
       * @description A click that the customer claims, also before it arrives. Null changes nothing.
       * @example clk_1
       */
      clickId?: string | null;
      /**
       * @description Replaces the metadata whole; null empties it.
       * @example {
       *       "plan": "pro",
       *       "seats": 6,
       *       "trial": false
       *     }
       */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /**
       * @description The id that the caller knows the customer by, 1 to 255 characters.
       * @example user_42
       */
      externalId: string;
      /**
       * Format: date-time
       * @description When the customer came to be (default now); may only move a stored time earlier.
       * @example 2026-03-01T10:00:00Z
       */
      createdAt?: string | null;
    };
  };
  responses: {
    /** @description `VALIDATION_ERROR`: The request is malformed, or a field of its body or query is missing, unknown, repeated, empty or has a value that the route does not take. */
    Invalid: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /**
     * @description `UNAUTHORIZED`: The request carries no API key.
     *
     *     `INVALID_API_KEY`: The request carries an API key that is not known, has expired or has been revoked.
     */
    Unauthenticated: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /**
     * @description `FEATURE_NOT_AVAILABLE`: The workspace's plan lacks the entitlement that the route needs; the message names it.
     *
     *     `FORBIDDEN`: The key lacks the scope that the route needs; the message names it.
     */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description `PAYLOAD_TOO_LARGE`: The body is over 1 MiB, or over 5 MiB for `/track/batch`. */
    TooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description `UNSUPPORTED_MEDIA_TYPE`: The body has another type than `application/json`, or is compressed. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description `RATE_LIMITED`: The workspace has sent more requests this second than its plan allows, or too many wrong keys came from the caller's address this minute. */
    RateLimited: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description `INTERNAL_ERROR`: Something happened that nobody expected. Nothing was half stored. */
    Failed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /**
     * @description `ANALYTICS_ERROR`: The analytics backend was reached but failed to run the question of one of the four analytics routes.
     *
     *     `INTERNAL_ERROR`: Something happened that nobody expected. Nothing was half stored.
     */
    AnalyticsFailed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description `SERVICE_UNAVAILABLE`: The database or the analytics backend is off, out of reach or too slow, or the service is stopping. When the analytics backend is, only its four routes answer this. */
    Unavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
  };
  parameters: {
    /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
    RequestId: string;
    /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
    IdempotencyKey: string;
    /** @description An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot. */
    IfNoneMatch: string;
    /** @description `no-cache` computes the answer afresh and replaces the snapshot. */
    CacheControl: string;
  };
  requestBodies: never;
  headers: {
    /** @description The id of this request: the one that it carried, or a new one. */
    'X-Request-Id': string;
    /** @description Requests that the workspace has left (`r`) and seconds until that starts anew (`t`). Absent where the plan has no limit and where no key is needed. */
    RateLimit: string;
    /** @description The plan's limit: requests (`q`) in a window of seconds (`w`). Absent with `RateLimit`. */
    'RateLimit-Policy': string;
    /** @description That this is the answer to an earlier request with the same `Idempotency-Key`. */
    'Idempotent-Replayed': 'true';
    /** @description Seconds after which the same request may succeed. */
    'Retry-After': number;
    /** @description Whether the answer is a snapshot. */
    'X-Cache': 'HIT' | 'MISS';
    /** @description Seconds since the answer was computed. */
    Age: number;
    /** @description What the answer is known by, for `If-None-Match`. */
    ETag: string;
    /** @description The name to store the file under: whose, what, and when. */
    'Content-Disposition': string;
    /** @description The file is compressed for who sends `Accept-Encoding: gzip`. */
    Vary: string;
    /** @description Whoever keeps the answer must ask again with its `ETag` before using it. */
    'Cache-Control': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'customers.list': {
    parameters: {
      query?: {
        /** @description A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming. `%` and `_` are ordinary characters; a blank search is no search. */
        search?: string;
        /** @description Only customers first seen from this day or instant on; a day means the workspace's time zone. */
        firstSeenStart?: string;
        /** @description Only customers first seen up to this day (inclusive) or instant (exclusive). */
        firstSeenEnd?: string;
        /** @description Only customers whose first touch is of this campaign. */
        campaignId?: string;
        /** @description Only customers whose first touch has a campaign (`true`), or who have none (`false`). */
        hasCampaign?: 'true' | 'false';
        /** @description Only customers whose first touch is from this source. */
        source?: string;
        /** @description Only customers whose first touch has a source (`true`), or who have none (`false`). */
        hasSource?: 'true' | 'false';
        /** @description The page, from 1 (default 1); not together with `cursor`. */
        page?: number;
        /** @description A `nextCursor` of the same list: goes on behind its page. */
        cursor?: string;
        /** @description Records on a page. */
        limit?: number;
        /** @description The direction of the sort; ties go by id, in the same direction. */
        sortOrder?: 'asc' | 'desc';
        /** @description The field to sort by; customers without a value come last. */
        sortBy?: 'createdAt' | 'ltv' | 'lastActivityAt';
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Customer'][];
            pagination: components['schemas']['Pagination'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.upsert': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpsertCustomer'];
      };
    };
    responses: {
      /** @description The record was there. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Customer'];
          };
        };
      };
      /** @description The record is new. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Customer'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.count': {
    parameters: {
      query?: {
        /** @description A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming. `%` and `_` are ordinary characters; a blank search is no search. */
        search?: string;
        /** @description Only customers first seen from this day or instant on; a day means the workspace's time zone. */
        firstSeenStart?: string;
        /** @description Only customers first seen up to this day (inclusive) or instant (exclusive). */
        firstSeenEnd?: string;
        /** @description Only customers whose first touch is of this campaign. */
        campaignId?: string;
        /** @description Only customers whose first touch has a campaign (`true`), or who have none (`false`). */
        hasCampaign?: 'true' | 'false';
        /** @description Only customers whose first touch is from this source. */
        source?: string;
        /** @description Only customers whose first touch has a source (`true`), or who have none (`false`). */
        hasSource?: 'true' | 'false';
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['CustomerCount'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Customer'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.delete': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Deletion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.update': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateCustomer'];
      };
    };
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Customer'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description `DUPLICATE_EXTERNAL_ID`: A `PATCH` gives a customer an `externalId` that another live customer of the workspace has.
       *
       *     `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.recalculateLtv': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Recalculation'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.cohorts': {
    parameters: {
      query?: {
        /** @description What to group by: the time a customer was first seen, or its first touch's origin. */
        group_by?: 'week' | 'month' | 'campaign' | 'source';
        /** @description The first day of `firstSeenAt`, in the workspace's time zone. */
        start?: string;
        /** @description The last day of `firstSeenAt`, inclusive, in the workspace's time zone. */
        end?: string;
        /** @description Weeks or months of retention to list, 0 for none; only for `week` and `month`. */
        periods?: number;
        /** @description A file of rows, one a cohort, instead of the JSON envelope. */
        format?: 'csv' | 'ndjson';
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description `no-cache` computes the answer afresh and replaces the snapshot. */
        'Cache-Control'?: components['parameters']['CacheControl'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Cohorts'];
          };
          /**
           * @example cohort,customers,customersWithLeads,…,currency
           *     2026-W09,10,4,…,USD
           */
          'text/csv': string;
          /** @example {"cohort":"2026-W09","customers":10,"customersWithLeads":4,"revenue":41200} */
          'application/x-ndjson': string;
        };
      };
      /** @description The answer is the one with the `ETag` of `If-None-Match`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['AnalyticsFailed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.ltvCohorts': {
    parameters: {
      query?: {
        /** @description How many calendar months of customers, ending with the month of `asOf`. */
        months?: number;
        /** @description A day, meaning its end, or an instant, up to which customers and sales are taken (default now). A day after today or an instant after now is refused. */
        asOf?: string;
        /** @description What to group by: the month a customer was first seen in, or its first touch's origin. */
        group_by?: 'month' | 'campaign' | 'source';
        /** @description A file of rows instead of the JSON envelope: CSV has one a month, NDJSON one a cohort. */
        format?: 'csv' | 'ndjson';
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description `no-cache` computes the answer afresh and replaces the snapshot. */
        'Cache-Control'?: components['parameters']['CacheControl'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['LtvCohorts'];
          };
          /**
           * @example cohort,customers,payingCustomers,month,…,currency
           *     2026-03,120,40,0,…,USD
           */
          'text/csv': string;
          /** @example {"cohort":"2026-03","customers":120,"payingCustomers":40,"curve":[]} */
          'application/x-ndjson': string;
        };
      };
      /** @description The answer is the one with the `ETag` of `If-None-Match`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['AnalyticsFailed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.journey': {
    parameters: {
      query?: {
        /** @description Whether to answer in numbers instead of events; `limit` and `cursor` mean nothing then. */
        summary?: boolean;
        /** @description From this day in the workspace's time zone, or this instant. */
        start?: string;
        /** @description To this day in the workspace's time zone, inclusive, or this instant, exclusive. */
        end?: string;
        /** @description Events on a page. */
        limit?: number;
        /** @description The `nextCursor` of the page before, with the same `start` and `end`. */
        cursor?: string;
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description `no-cache` computes the answer afresh and replaces the snapshot. */
        'Cache-Control'?: components['parameters']['CacheControl'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data:
              components['schemas']['JourneyEvents'] | components['schemas']['SummarizedJourney'];
          };
        };
      };
      /** @description The answer is the one with the `ETag` of `If-None-Match`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['AnalyticsFailed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.attribution': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description `no-cache` computes the answer afresh and replaces the snapshot. */
        'Cache-Control'?: components['parameters']['CacheControl'];
      };
      path: {
        /** @description The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`). */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Attribution'];
          };
        };
      };
      /** @description The answer is the one with the `ETag` of `If-None-Match`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'X-Cache': components['headers']['X-Cache'];
          Age: components['headers']['Age'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['AnalyticsFailed'];
      503: components['responses']['Unavailable'];
    };
  };
  'customers.export': {
    parameters: {
      query?: {
        /** @description A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming. `%` and `_` are ordinary characters; a blank search is no search. */
        search?: string;
        /** @description Only customers first seen from this day or instant on; a day means the workspace's time zone. */
        firstSeenStart?: string;
        /** @description Only customers first seen up to this day (inclusive) or instant (exclusive). */
        firstSeenEnd?: string;
        /** @description Only customers whose first touch is of this campaign. */
        campaignId?: string;
        /** @description Only customers whose first touch has a campaign (`true`), or who have none (`false`). */
        hasCampaign?: 'true' | 'false';
        /** @description Only customers whose first touch is from this source. */
        source?: string;
        /** @description Only customers whose first touch has a source (`true`), or who have none (`false`). */
        hasSource?: 'true' | 'false';
        /** @description `csv` for spreadsheets; `ndjson` for lines that an import takes. */
        format?: 'csv' | 'ndjson';
        /** @description The `cursor` of the last whole line that was received: goes on behind it, without a header line. */
        cursor?: string;
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          Vary: components['headers']['Vary'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example id,externalId,email,…,cursor
           *     cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF,user_42,ada@example.com,…,WyJC…
           */
          'text/csv': string;
          /** @example {"type":"customer","externalId":"user_42","email":"ada@example.com","clickId":"clk_1","createdAt":"2026-03-01T10:00:00.000Z","cursor":"WyJC…"} */
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'conversions.export': {
    parameters: {
      query?: {
        /** @description Only leads, sales or customs. */
        type?: 'lead' | 'sale' | 'custom';
        /** @description Only conversions that stand here. */
        status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';
        /** @description Only conversions of this customer: `cus_…`, or `ext_` and its externalId. */
        customerId?: string;
        /** @description Only conversions with this `orderId`. */
        orderId?: string;
        /** @description Only conversions that have a customer (`true`) or have none yet (`false`). */
        stitched?: 'true' | 'false';
        /** @description Only from this day or instant on; a day means the workspace's time zone. */
        start?: string;
        /** @description Only up to this day (inclusive) or instant (exclusive). */
        end?: string;
        /** @description `csv` for spreadsheets; `ndjson` for lines that an import takes. */
        format?: 'csv' | 'ndjson';
        /** @description The `cursor` of the last whole line that was received: goes on behind it, without a header line. */
        cursor?: string;
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          Vary: components['headers']['Vary'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example id,type,eventName,…,cursor
           *     con_01KAS5E3V7Q1T4M8YB2ZC6D9XF,sale,Sale,…,WyJC…
           */
          'text/csv': string;
          /** @example {"type":"sale","externalId":"user_42","eventName":"Sale","orderId":"o-1","amount":4200,"currency":"EUR","status":"approved","occurredAt":"2026-03-04T12:00:00.000Z","cursor":"WyJC…"} */
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'clicks.export': {
    parameters: {
      query?: {
        /** @description `csv` for spreadsheets; `ndjson` for lines that an import takes. */
        format?: 'csv' | 'ndjson';
        /** @description The `cursor` of the last whole line that was received: goes on behind it, without a header line. */
        cursor?: string;
        /** @description Only clicks on this link. */
        linkId?: string;
        /** @description Only clicks of this campaign. */
        campaignId?: string;
        /** @description Only clicks from this source. */
        source?: string;
        /** @description Only from this day or instant on; a day means the workspace's time zone. */
        start?: string;
        /** @description Only up to this day (inclusive) or instant (exclusive). */
        end?: string;
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          Vary: components['headers']['Vary'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example clickId,linkId,campaignId,…,cursor
           *     clk_1,link_home,spring,…,WyJC…
           */
          'text/csv': string;
          /** @example {"type":"click","clickId":"clk_1","linkId":"link_home","campaignId":"spring","occurredAt":"2026-03-01T09:00:00.000Z","cursor":"WyJC…"} */
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.click': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackClick'];
      };
    };
    responses: {
      /** @description The record was there. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Click'];
          };
        };
      };
      /** @description The record is new. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Click'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.lead': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackLead'];
      };
    };
    responses: {
      /** @description The record was there. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      /** @description The record is new. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.sale': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackSale'];
      };
    };
    responses: {
      /** @description The record was there. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      /** @description The record is new. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      /** @description `UNSUPPORTED_CURRENCY`: There is no exchange rate between the sale's currency and the workspace's on or before the sale's UTC day. Nothing is stored. */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.refund': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackRefund'];
      };
    };
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Conversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description `INVALID_STATUS_TRANSITION`: A conversion cannot go from its status to the one asked for, or a refund is asked for something that is not an approved sale.
       *
       *     `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.custom': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackCustom'];
      };
    };
    responses: {
      /** @description The record was there. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      /** @description The record is new. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['TrackedConversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'track.batch': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrackBatch'];
      };
    };
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['BatchResult'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /** @description `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'conversions.list': {
    parameters: {
      query?: {
        /** @description Only leads, sales or customs. */
        type?: 'lead' | 'sale' | 'custom';
        /** @description Only conversions that stand here. */
        status?: 'pending' | 'approved' | 'refunded' | 'rejected' | 'fraud';
        /** @description Only conversions of this customer: `cus_…`, or `ext_` and its externalId. */
        customerId?: string;
        /** @description Only conversions with this `orderId`. */
        orderId?: string;
        /** @description Only conversions that have a customer (`true`) or have none yet (`false`). */
        stitched?: 'true' | 'false';
        /** @description Only from this day or instant on; a day means the workspace's time zone. */
        start?: string;
        /** @description Only up to this day (inclusive) or instant (exclusive). */
        end?: string;
        /** @description The page, from 1 (default 1); not together with `cursor`. */
        page?: number;
        /** @description A `nextCursor` of the same list: goes on behind its page. */
        cursor?: string;
        /** @description Records on a page. */
        limit?: number;
        /** @description The direction of the sort; ties go by id, in the same direction. */
        sortOrder?: 'asc' | 'desc';
      };
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Conversion'][];
            pagination: components['schemas']['Pagination'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'conversions.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /** @description The `con_…` id of the conversion. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Conversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'conversions.update': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
        /** @description Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The `con_…` id of the conversion. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateConversion'];
      };
    };
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Conversion'];
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description `NOT_FOUND`: The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description `INVALID_STATUS_TRANSITION`: A conversion cannot go from its status to the one asked for, or a refund is asked for something that is not an approved sale.
       *
       *     `IDEMPOTENCY_CONFLICT`: The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'health.live': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Health'];
          };
        };
      };
      400: components['responses']['Invalid'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  'health.ready': {
    parameters: {
      query?: never;
      header?: {
        /** @description The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log. */
        'X-Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['Health'];
          };
        };
      };
      400: components['responses']['Invalid'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
}

export type AttributedConversion = components['schemas']['AttributedConversion'];
export type Attribution = components['schemas']['Attribution'];
export type AttributionEntry = components['schemas']['AttributionEntry'];
export type AttributionModels = components['schemas']['AttributionModels'];
export type BatchClick = components['schemas']['BatchClick'];
export type BatchCustom = components['schemas']['BatchCustom'];
export type BatchCustomer = components['schemas']['BatchCustomer'];
export type BatchLead = components['schemas']['BatchLead'];
export type BatchRefund = components['schemas']['BatchRefund'];
export type BatchResult = components['schemas']['BatchResult'];
export type BatchSale = components['schemas']['BatchSale'];
export type Click = components['schemas']['Click'];
export type Cohort = components['schemas']['Cohort'];
export type CohortTotals = components['schemas']['CohortTotals'];
export type Cohorts = components['schemas']['Cohorts'];
export type Conversion = components['schemas']['Conversion'];
export type Customer = components['schemas']['Customer'];
export type CustomerCount = components['schemas']['CustomerCount'];
export type Deletion = components['schemas']['Deletion'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type Failure = components['schemas']['Failure'];
export type Health = components['schemas']['Health'];
export type ItemError = components['schemas']['ItemError'];
export type ItemErrorDetail = components['schemas']['ItemErrorDetail'];
export type ItemResult = components['schemas']['ItemResult'];
export type JourneyEvent = components['schemas']['JourneyEvent'];
export type JourneyEvents = components['schemas']['JourneyEvents'];
export type JourneySummary = components['schemas']['JourneySummary'];
export type LtvCohort = components['schemas']['LtvCohort'];
export type LtvCohorts = components['schemas']['LtvCohorts'];
export type LtvPoint = components['schemas']['LtvPoint'];
export type Pagination = components['schemas']['Pagination'];
export type Recalculation = components['schemas']['Recalculation'];
export type SummarizedJourney = components['schemas']['SummarizedJourney'];
export type Touch = components['schemas']['Touch'];
export type TouchGroup = components['schemas']['TouchGroup'];
export type TrackBatch = components['schemas']['TrackBatch'];
export type TrackClick = components['schemas']['TrackClick'];
export type TrackCustom = components['schemas']['TrackCustom'];
export type TrackLead = components['schemas']['TrackLead'];
export type TrackRefund = components['schemas']['TrackRefund'];
export type TrackSale = components['schemas']['TrackSale'];
export type TrackedConversion = components['schemas']['TrackedConversion'];
export type UpdateConversion = components['schemas']['UpdateConversion'];
export type UpdateCustomer = components['schemas']['UpdateCustomer'];
export type UpsertCustomer = components['schemas']['UpsertCustomer'];
