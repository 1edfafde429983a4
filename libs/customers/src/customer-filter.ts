import { ValidationFailed, rangeOf, type InstantRange, type Value } from '@app/platform';
import type { CustomerFilterParams } from './customer-filter.dto.js';
import { foldCase } from './search-text.js';

/** What a first touch came from: by name, or whether it came from anything. */
type Origin = { is: string } | { given: boolean };

/** Which live customers: the one condition that a page, its total and an export share. */
export interface CustomerFilter {
  search: string | undefined;
  firstSeen: InstantRange;
  campaign: Origin | undefined;
  source: Origin | undefined;
}

const NAMES = { start: 'firstSeenStart', end: 'firstSeenEnd' };

/** Throws `ValidationFailed` for a filter that contradicts itself. */
export function filterOf(params: CustomerFilterParams, timezone: string): CustomerFilter {
  const { search, firstSeenStart: start, firstSeenEnd: end } = params;
  return {
    search,
    firstSeen: rangeOf({ start, end }, timezone, NAMES),
    campaign: originOf(params, 'campaignId', 'hasCampaign'),
    source: originOf(params, 'source', 'hasSource'),
  };
}

function originOf(
  params: CustomerFilterParams,
  name: 'campaignId' | 'source',
  has: 'hasCampaign' | 'hasSource',
): Origin | undefined {
  const { [name]: is, [has]: given } = params;
  if (is !== undefined && given !== undefined) {
    throw ValidationFailed.of(has, `must not be given together with ${name}`);
  }
  if (is !== undefined) return { is };
  return given === undefined ? undefined : { given: given === 'true' };
}

/** Whether anything but a search is asked for. */
export const isFiltered = ({ firstSeen, campaign, source }: CustomerFilter): boolean =>
  Boolean(firstSeen.from ?? firstSeen.to ?? campaign ?? source);

/** Whether an index has just these customers in the order of `createdAt`. */
export const isOfOneOrigin = (filter: CustomerFilter): boolean => oneOriginOf(filter) !== undefined;

/** The column of the index that has them, and whether it is empty for all of them. */
export function oneOriginOf({
  campaign,
  source,
}: CustomerFilter): { column: string; isNone: boolean } | undefined {
  for (const [column, origin] of Object.entries({ campaign_id: campaign, source })) {
    if (origin && 'is' in origin) return { column, isNone: false };
    if (origin && !origin.given) return { column, isNone: true };
  }
  return undefined;
}

/** Binds a value; answers its placeholder. */
export type Bind = (value: Value) => string;

/** Conditions on columns of `customer_directory`, all but the search. */
export function filterConditions(filter: CustomerFilter, bind: Bind): string[] {
  const { from, to } = filter.firstSeen;
  return [
    ...(from ? [`first_seen_at >= ${bind(from)}`] : []),
    ...(to ? [`first_seen_at < ${bind(to)}`] : []),
    ...originConditions('campaign_id', filter.campaign, bind),
    ...originConditions('source', filter.source, bind),
  ];
}

/** The search, for rows that are read anyway. */
export const searchConditions = ({ search }: CustomerFilter, bind: Bind): string[] =>
  search === undefined ? [] : [`strpos(content, ${bind(foldCase(search))}) > 0`];

function originConditions(column: string, origin: Origin | undefined, bind: Bind): string[] {
  if (!origin) return [];
  if ('is' in origin) return [`${column} = ${bind(origin.is)}`];
  return [`${column} is ${origin.given ? 'not null' : 'null'}`];
}

/**
 * Which conditions there are, in a few letters: statements that differ in them have names that do, and
 * the database reads no more than 63 bytes of a name.
 */
export const shapeOf = ({ search, firstSeen, campaign, source }: CustomerFilter): string =>
  [
    search === undefined ? '' : 's',
    firstSeen.from ? 'f' : '',
    firstSeen.to ? 't' : '',
    shapeOfOrigin('c', campaign),
    shapeOfOrigin('o', source),
  ].join('');

function shapeOfOrigin(letter: string, origin: Origin | undefined): string {
  if (!origin) return '';
  if ('is' in origin) return letter;
  return `${letter}${origin.given ? '+' : '-'}`;
}
