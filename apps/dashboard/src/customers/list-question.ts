import { linkTo, queryOf, type Params } from '../route.ts';

export type SortBy = 'createdAt' | 'ltv' | 'lastActivityAt';

const PAGE_SIZE = 50;

/** Filters that some versions of the service take: with the parameter's name, what a person calls it. */
export const FILTERS = [
  ['firstSeenStart', 'First seen from'],
  ['firstSeenEnd', 'First seen to'],
  ['campaignId', 'Campaign'],
  ['source', 'Source'],
  ['hasCampaign', 'With a campaign'],
  ['hasSource', 'With a source'],
] as const;

/** What the list shows, as the address has it. */
export interface ListQuestion {
  search: string;
  sortBy: SortBy;
  sortOrder: 'asc' | 'desc';
  cursor: string | null;
  /** How many customers are on the pages before. */
  before: number;
  filters: Params;
}

const SORTS: readonly SortBy[] = ['createdAt', 'ltv', 'lastActivityAt'];

export function readQuestion(params: URLSearchParams): ListQuestion {
  return {
    search: params.get('search') ?? '',
    sortBy: SORTS.find((name) => name === params.get('sort')) ?? 'createdAt',
    sortOrder: params.get('order') === 'asc' ? 'asc' : 'desc',
    cursor: params.get('cursor'),
    before: Number(params.get('before')) || 0,
    filters: Object.fromEntries(FILTERS.map(([name]) => [name, params.get(name)])),
  };
}

export function linkOf(question: ListQuestion): string {
  const { search, sortBy, sortOrder, cursor, before, filters } = question;
  return linkTo('customers', {
    search,
    sort: sortBy === 'createdAt' ? null : sortBy,
    order: sortOrder === 'desc' ? null : sortOrder,
    cursor,
    before: before || null,
    ...filters,
  });
}

/** The same customers from their beginning. */
export const firstPageOf = (question: ListQuestion): ListQuestion => ({
  ...question,
  cursor: null,
  before: 0,
});

export function requestOf({ search, sortBy, sortOrder, cursor, filters }: ListQuestion): string {
  const limit = PAGE_SIZE;
  return `customers${queryOf({ search: search.trim(), sortBy, sortOrder, limit, cursor, ...filters })}`;
}

export const countRequestOf = ({ search, filters }: ListQuestion): string =>
  `customers/count${queryOf({ search: search.trim(), ...filters })}`;
