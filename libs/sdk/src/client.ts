import { Calls } from './calls.js';
import { Conversions } from './conversions.js';
import { customerId, type CustomerRef } from './ids.js';
import { Journey, type JourneyQuery } from './journey.js';
import type { AnalyticsOptions, CallOptions, ClientOptions, WriteOptions } from './options.js';
import { List } from './pages.js';
import type {
  Attribution,
  Cohorts,
  Customer,
  Deletion,
  LtvCohorts,
  operations,
  Recalculation,
  UpdateCustomer,
  UpsertCustomer,
} from './schema.js';
import { Track } from './track.js';

type Query<
  Id extends 'customers.list' | 'customers.count' | 'customers.cohorts' | 'customers.ltvCohorts',
> = NonNullable<operations[Id]['parameters']['query']>;

export type ListCustomersQuery = Query<'customers.list'>;

export type CountCustomersQuery = Query<'customers.count'>;

export interface CohortsQuery extends Omit<Query<'customers.cohorts'>, 'group_by' | 'format'> {
  /** What to group by: the time a customer was first seen (default `week`), or its first touch's origin. */
  groupBy?: Query<'customers.cohorts'>['group_by'];
}

export interface LtvCohortsQuery extends Omit<
  Query<'customers.ltvCohorts'>,
  'group_by' | 'format'
> {
  /** What to group by: the month a customer was first seen (default), or its first touch's origin. */
  groupBy?: Query<'customers.ltvCohorts'>['group_by'];
}

/**
 * The customers of a workspace: who they are, what brought them, what they bought and what they are
 * worth. `track` sends what happens, and `conversions` looks after what was sent.
 *
 * Every call may reject with a `CustomersApiError`. Calls that fail in a way that may pass are
 * repeated; a write happens once all the same.
 */
export class CustomersClient {
  /** Sends clicks, leads, sales, refunds and custom events. */
  readonly track: Track;
  /** Leads, sales and custom events that were sent. */
  readonly conversions: Conversions;
  readonly #calls: Calls;

  constructor(options: ClientOptions) {
    this.#calls = new Calls(options);
    this.track = new Track(this.#calls);
    this.conversions = new Conversions(this.#calls);
  }

  /**
   * Create a customer, or update the one with this externalId.
   *
   * A field left out keeps its value, null clears it, and `metadata` is replaced whole. A `clickId`
   * is claimed for good, also before its click arrives.
   */
  async upsert(customer: UpsertCustomer, options: WriteOptions = {}): Promise<Customer> {
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/customers', { body: customer, ...init }),
    );
    return data;
  }

  /** Get one customer. */
  async get(customer: CustomerRef, options: CallOptions = {}): Promise<Customer> {
    const params = { path: { id: customerId(customer) } };
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/customers/{id}', { params, ...init }),
    );
    return data;
  }

  /** Change a customer: a field left out keeps its value, null clears it. */
  async update(
    customer: CustomerRef,
    changes: UpdateCustomer,
    options: WriteOptions = {},
  ): Promise<Customer> {
    const params = { path: { id: customerId(customer) } };
    const { data } = await this.#calls.write(options, (api, init) =>
      api.PATCH('/customers/{id}', { params, body: changes, ...init }),
    );
    return data;
  }

  /**
   * Delete a customer and erase, for good, what says who it was; its numbers stay in the totals.
   *
   * The record leaves lists, counts, search and look-ups at once. A later upsert with the same
   * `externalId` makes a new customer with no link to the old one.
   *
   * A customer that is not there is a `NOT_FOUND`, unless the answer to an earlier attempt of this
   * very call was lost: then that attempt is taken to have deleted it, and `id` is the id as you
   * gave it.
   */
  async delete(customer: CustomerRef, options: CallOptions = {}): Promise<Deletion> {
    const id = customerId(customer);
    const { data } = await this.#calls.erase(
      options,
      (api, init) => api.DELETE('/customers/{id}', { params: { path: { id } }, ...init }),
      ({ code }) =>
        code === 'NOT_FOUND' ? { success: true, data: { id, deleted: true } } : undefined,
    );
    return data;
  }

  /** List customers, newest first unless sorted otherwise; a search and filters narrow the list. */
  list(query: ListCustomersQuery = {}, options: CallOptions = {}): List<Customer> {
    return new List(query, (page) =>
      this.#calls.read(options, (api, init) =>
        api.GET('/customers', { params: { query: page }, ...init }),
      ),
    );
  }

  /**
   * Count customers, all of them or those that a search and filters let through.
   *
   * Counts to the last one, where a list with a `search` stops at 10,000.
   */
  async count(query: CountCustomersQuery = {}, options: CallOptions = {}): Promise<number> {
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/customers/count', { params: { query }, ...init }),
    );
    return data.count;
  }

  /**
   * Cohorts of customers by first-seen week or month, or by what brought them.
   *
   * Counts all customers whose `firstSeenAt` lies in the range, deleted ones too. Weeks are ISO
   * weeks; weeks, months and days are meant in the workspace's time zone.
   */
  async cohorts(
    { groupBy, ...query }: CohortsQuery = {},
    options: AnalyticsOptions = {},
  ): Promise<Cohorts> {
    const params = { query: { ...query, group_by: groupBy } };
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/customers/cohorts', { params, ...init }),
    );
    return data;
  }

  /**
   * Lifetime-value curves of cohorts, month by month after each customer's first.
   *
   * Follows the customers first seen in the `months` calendar months that end with the month of
   * `asOf`, deleted ones too. Sales after `asOf` are left out; statuses and refunds are as they are
   * now.
   */
  async ltvCohorts(
    { groupBy, ...query }: LtvCohortsQuery = {},
    options: AnalyticsOptions = {},
  ): Promise<LtvCohorts> {
    const params = { query: { ...query, group_by: groupBy } };
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/customers/ltv-cohorts', { params, ...init }),
    );
    return data;
  }

  /**
   * A customer's touches, conversions and refunds in time order, or a summary of them.
   *
   * A sale shows its whole reporting amount, a refund the refunded part. Loop over the journey for
   * its events, or ask it for a `page()` or its `summary()`; `start` and `end` narrow all of them.
   */
  journey(
    customer: CustomerRef,
    query: JourneyQuery = {},
    options: AnalyticsOptions = {},
  ): Journey {
    return new Journey(this.#calls, customerId(customer), query, options);
  }

  /**
   * What brought a customer's revenue, by five attribution models.
   *
   * Eligible for a conversion are the touches in the workspace's attribution window up to it. Each
   * model shares out the net of the counting sales: its entries add up to it exactly.
   */
  async attribution(customer: CustomerRef, options: AnalyticsOptions = {}): Promise<Attribution> {
    const params = { path: { id: customerId(customer) } };
    const { data } = await this.#calls.read(options, (api, init) =>
      api.GET('/customers/{id}/attribution', { params, ...init }),
    );
    return data;
  }

  /**
   * Recompute everything that is derived from a customer's events, from the events.
   *
   * Never needed in normal operation: every write keeps these numbers up to date.
   */
  async recalculateLtv(customer: CustomerRef, options: WriteOptions = {}): Promise<Recalculation> {
    const params = { path: { id: customerId(customer) } };
    const { data } = await this.#calls.write(options, (api, init) =>
      api.POST('/customers/{id}/recalculate-ltv', { params, ...init }),
    );
    return data;
  }
}
