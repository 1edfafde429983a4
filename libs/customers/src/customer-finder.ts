import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isFiltered, type CustomerFilter } from './customer-filter.js';
import { countFilterSql, filterSql, isOrdered, type FilterPath } from './customer-filter.store.js';
import {
  LIVE_CUSTOMERS,
  listSql,
  type Bound,
  type CustomerOrder,
  type CustomerWindow,
  type PageRow,
} from './customer-list.store.js';
import { MANY, countSearchSql, searchSql, type SearchPath } from './customer-search.store.js';
import type { CustomerView } from './customer.store.js';

/** A search is counted no further than this. */
const TOTAL_CAP = 10_000;

export interface Total {
  total: number;
  totalCapped: boolean;
}

export interface Found {
  rows: CustomerView[];
  total: Total;
}

/** Chooses how customers are found: by what they are sorted by, what is searched for, or a filter. */
@Injectable()
export class CustomerFinder {
  constructor(private readonly database: Database) {}

  /** The rows of a window, and how many there are in all; with a search up to 10,000. */
  async page(
    workspaceId: string,
    filter: CustomerFilter,
    order: CustomerOrder,
    window: CustomerWindow,
  ): Promise<Found> {
    const { search } = filter;
    if (search === undefined && !isFiltered(filter)) return this.list(workspaceId, order, window);
    if (search !== undefined && (await this.beginsWithTerm(workspaceId, search, filter))) {
      return this.search(workspaceId, search, filter, order, window);
    }
    return this.filter(workspaceId, filter, order, window);
  }

  /** How many there are, counted to the last one. */
  async count(workspaceId: string, filter: CustomerFilter): Promise<number> {
    const { search } = filter;
    if (search !== undefined && (await this.beginsWithTerm(workspaceId, search, filter))) {
      return this.counted(countSearchSql(workspaceId, search, undefined, residualOf(filter)));
    }
    if (isFiltered(filter)) return this.counted(countFilterSql(workspaceId, filter));
    return this.counted({ statement: LIVE_CUSTOMERS, values: [workspaceId] });
  }

  /**
   * Whether the entries that have the term are looked at one by one, and not those that a filter lets
   * through: of a term that few have, always.
   */
  private async beginsWithTerm(
    workspaceId: string,
    search: string,
    filter: CustomerFilter,
  ): Promise<boolean> {
    if (!isFiltered(filter)) return true;
    return (await this.counted(countSearchSql(workspaceId, search, MANY + 1))) <= MANY;
  }

  private async list(
    workspaceId: string,
    order: CustomerOrder,
    window: CustomerWindow,
  ): Promise<Found> {
    const { statement, values } = listSql(workspaceId, order, window);
    const rows = await this.database.rows(statement, values);
    return {
      rows: rows.filter((row) => row.id !== null),
      total: { total: rows[0]?.total ?? 0, totalCapped: false },
    };
  }

  private async search(
    workspaceId: string,
    search: string,
    filter: CustomerFilter,
    order: CustomerOrder,
    window: CustomerWindow,
  ): Promise<Found> {
    const residual = residualOf(filter);
    const count = (): Promise<Total> =>
      this.capped(countSearchSql(workspaceId, search, TOTAL_CAP + 1, residual));
    const page = (path: SearchPath): Promise<CustomerView[]> =>
      this.rowsOf(
        searchSql(workspaceId, search, order, {
          window,
          path,
          ...(residual && { filter: residual }),
        }),
      );
    if (order.sortBy === 'createdAt') {
      const [total, rows] = await Promise.all([count(), page('gather')]);
      return { total, rows };
    }
    const total = await count();
    // Few have the term, and a walk would not know of the filter.
    const rows = residual ? await page('gather') : await fullOr(total, window, page);
    return { total, rows };
  }

  private async filter(
    workspaceId: string,
    filter: CustomerFilter,
    order: CustomerOrder,
    window: CustomerWindow,
  ): Promise<Found> {
    const count = async (): Promise<Total> =>
      filter.search === undefined
        ? { total: await this.counted(countFilterSql(workspaceId, filter)), totalCapped: false }
        : this.capped(countFilterSql(workspaceId, filter, TOTAL_CAP + 1));
    const page = (path: FilterPath): Promise<CustomerView[]> =>
      this.rowsOf(filterSql(workspaceId, filter, order, { window, path }));
    if (isOrdered(filter, order)) {
      const [total, rows] = await Promise.all([count(), page('ordered')]);
      return { total, rows };
    }
    const total = await count();
    return { total, rows: await fullOr(total, window, page) };
  }

  private async counted({ statement, values }: Bound<{ count: number }>): Promise<number> {
    return (await this.database.first(statement, values))?.count ?? 0;
  }

  private async capped(bound: Bound<{ count: number }>): Promise<Total> {
    const count = await this.counted(bound);
    return { total: Math.min(count, TOTAL_CAP), totalCapped: count > TOTAL_CAP };
  }

  private async rowsOf({ statement, values }: Bound<PageRow>): Promise<CustomerView[]> {
    return (await this.database.rows(statement, values)).filter((row) => row.id !== null);
  }
}

const residualOf = (filter: CustomerFilter): CustomerFilter | undefined =>
  isFiltered(filter) ? filter : undefined;

/** Of many the page that a walk fills; else, or when it does not, what is gathered. */
async function fullOr(
  { total }: Total,
  { limit }: CustomerWindow,
  page: (path: 'walk' | 'gather') => Promise<CustomerView[]>,
): Promise<CustomerView[]> {
  const walked = total > MANY ? await page('walk') : [];
  return walked.length === limit ? walked : page('gather');
}
