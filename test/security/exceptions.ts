import { isISO31661Alpha2 } from 'class-validator';
import currencyCodes from 'currency-codes';
import { asRfc3339, dayStart, rfc3339 } from '../support/timestamps.js';
import { hasBadText, isFlat, placesIn } from './places.js';
import type { KnownIds } from './requests.js';
import { jsonWire, type Wire } from './wire.js';

type Fields = Record<string, unknown>;

/** What an exception is asked about: a body, one item of a batch, or a query. */
export interface Subject {
  /** Of an item of a batch: the operation that has the item as its body. */
  operationId: string;
  in: 'body' | 'item' | 'query';
  fields: Fields;
}

/** Where the document and the service say different things about a request, and why. */
export interface Exception {
  because: string;
  /** A request that the document alone would judge wrongly. */
  example: Wire | ((known: KnownIds) => Wire);
  /** That the service refuses what the schema allows. */
  refuses?: (subject: Subject) => boolean;
  /** It depends on what is stored: then both answers are right. */
  perhaps?: true;
  /** What the service takes a field for; the schema judges that. */
  reads?: (name: string, value: unknown) => unknown;
}

const HOUR = 3_600_000;
const isText = (value: unknown): value is string => typeof value === 'string';
const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);
const timeOf = (value: unknown): number | undefined =>
  isText(value) ? rfc3339(asRfc3339(value)) : undefined;
const EVENT_TIMES = ['occurredAt', 'createdAt', 'refundedAt'];
const DAYS = ['start', 'end', 'asOf', 'firstSeenStart', 'firstSeenEnd'];
const timesIn = ({ fields }: Subject): string[] =>
  EVENT_TIMES.map((name) => fields[name]).filter(isText);

const isSale = ({ operationId }: Subject): boolean => operationId === 'track.sale';
const isMove = (subject: Subject): boolean =>
  isSale(subject) || subject.operationId === 'conversions.update';

/** A list and a place in it: nothing else here makes such a text. */
const isCursor = (text: string): boolean =>
  Buffer.from(text, 'base64url').toString().startsWith('["');

const isRefunded = (subject: Subject): boolean =>
  isSale(subject) &&
  (subject.fields['status'] === 'refunded' || isGiven(subject.fields['refundedAmount']));

/** The first instant of what a query says, and the first after it. */
function spanOf(value: unknown): { from: number; until: number } | undefined {
  const start = isText(value) ? dayStart(value) : undefined;
  if (start !== undefined) return { from: start, until: start + 24 * HOUR };
  const time = timeOf(value);
  return time === undefined ? undefined : { from: time, until: time };
}

function isReversed({ fields }: Subject): boolean {
  const { start = fields['firstSeenStart'], end = fields['firstSeenEnd'] } = fields;
  const from = spanOf(start);
  const to = spanOf(end);
  if (!from || !to) return false;
  return dayStart(String(end)) !== undefined ? from.from >= to.until : from.from > to.until;
}

const sale = (fields: Fields): Wire =>
  jsonWire('track.sale', { externalId: 'exceptional', amount: 100, ...fields });
const customer = (fields: Fields): Wire =>
  jsonWire('customers.upsert', { externalId: 'exceptional', ...fields });
const question = (operationId: string, query: string): Wire => ({ operationId, query });
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

export const EXCEPTIONS: Exception[] = [
  {
    because: 'No text may hold NUL characters or half a surrogate pair: no database keeps them.',
    example: customer({ name: 'a\0b' }),
    refuses: (subject) => subject.in !== 'item' && hasBadText(placesIn(subject.fields)),
  },
  {
    because: 'No field may be named __proto__, also where any name is allowed.',
    example: customer({ metadata: JSON.parse('{"__proto__": 1}') as unknown }),
    refuses: ({ in: place, fields }) => place === 'body' && placesIn(fields).names.has('__proto__'),
  },
  {
    because:
      'An item of a batch that is nested deeper than 32 has the batch refused, not the item.',
    example: jsonWire('track.batch', { events: [{ type: 'lead', metadata: nested(40) }] }),
    refuses: ({ in: place, fields }) => place === 'body' && placesIn(fields).depth > 32,
  },
  {
    because: 'A country is one of ISO 3166-1; listed in both cases it would be a thousand codes.',
    example: customer({ country: 'XX' }),
    refuses: ({ fields: { country } }) =>
      isText(country) && /^[a-z]{2}$/i.test(country) && !isISO31661Alpha2(country.toUpperCase()),
  },
  {
    because: 'A currency is one of ISO 4217, in either case.',
    example: sale({ currency: 'XXQ' }),
    refuses: ({ fields: { currency } }) =>
      isText(currency) && /^[a-z]{3}$/i.test(currency) && !currencyCodes.code(currency),
  },
  {
    because: 'An event is not from before 1970, nor from more than five minutes ahead.',
    example: sale({ occurredAt: '9999-01-01T00:00:00Z' }),
    refuses: (subject) =>
      timesIn(subject).some((text) => {
        const time = timeOf(text);
        return time !== undefined && (time < 0 || time > Date.now() + 5 * 60_000);
      }),
  },
  {
    because: 'A second has nine decimals at most; RFC 3339 has no limit.',
    example: sale({ occurredAt: '2026-03-01T00:00:00.1234567890Z' }),
    refuses: (subject) => timesIn(subject).some((text) => /\.\d{10}/.test(text)),
  },
  {
    because: 'Metadata has 10 KB at most, as JSON.',
    example: customer({ metadata: { long: 'x'.repeat(11_000) } }),
    refuses: ({ fields: { metadata } }) =>
      isFlat(metadata) && Buffer.byteLength(JSON.stringify(metadata)) > 10 * 1_024,
  },
  {
    because: 'A refunded amount does not go with a status; nulls count as left out.',
    example: sale({ status: 'approved', refundedAmount: 1 }),
    refuses: (subject) =>
      isMove(subject) &&
      isGiven(subject.fields['status']) &&
      isGiven(subject.fields['refundedAmount']),
  },
  {
    because: 'A time of a refund needs a refund.',
    example: sale({ refundedAt: '2026-03-01T00:00:00Z' }),
    refuses: (subject) => {
      const { status, refundedAmount, refundedAt } = subject.fields;
      const isAlone = !isGiven(refundedAmount) && status !== 'refunded';
      return isMove(subject) && isGiven(refundedAt) && isAlone;
    },
  },
  {
    because: 'No more is paid back than was paid.',
    example: sale({ refundedAmount: 101 }),
    refuses: (subject) =>
      isSale(subject) &&
      numberOf(subject.fields['refundedAmount']) > numberOf(subject.fields['amount']),
  },
  {
    because: 'Nothing is paid back before it was paid; a repeat is not looked at again.',
    example: sale({
      occurredAt: '2026-03-02T00:00:00Z',
      refundedAt: '2026-03-01T00:00:00Z',
      refundedAmount: 1,
    }),
    refuses: (subject) =>
      isRefunded(subject) && (timeOf(subject.fields['refundedAt']) ?? Infinity) < saleTime(subject),
    perhaps: true,
  },
  {
    because: 'A refund is compared with the stored sale: its amount, its time, what was paid back.',
    example: jsonWire('track.refund', { orderId: 'exceptional', refundedAmount: 1 }),
    refuses: ({ operationId, fields: { refundedAmount, refundedAt } }) =>
      ['track.refund', 'conversions.update'].includes(operationId) &&
      (isGiven(refundedAmount) || isGiven(refundedAt)),
    perhaps: true,
  },
  {
    because: 'At its rate, a sale must not come to more than 2^53 minor units of the workspace.',
    example: sale({ amount: 999_999_999_999, currency: 'KWD' }),
    refuses: (subject) =>
      isSale(subject) &&
      numberOf(subject.fields['amount']) > 1_000_000 &&
      isGiven(subject.fields['currency']),
    perhaps: true,
  },
  {
    because: 'A list is asked for by page or by cursor.',
    example: ({ cursor }) => question('customers.list', `page=1&limit=1&cursor=${cursor}`),
    refuses: ({ in: place, fields: { page, cursor } }) =>
      place === 'query' && page !== undefined && cursor !== undefined,
  },
  {
    because: 'A cursor is one that the same list has given out.',
    example: question('customers.list', 'cursor=e30'),
    refuses: ({ in: place, fields: { cursor } }) =>
      place === 'query' && isText(cursor) && !isCursor(cursor),
  },
  {
    because: 'A range does not begin after its end.',
    example: question('conversions.list', 'start=2026-03-02&end=2026-03-01'),
    refuses: (subject) => subject.in === 'query' && isReversed(subject),
  },
  {
    because: 'A day or a timestamp is one of the calendar: a pattern does not know leap years.',
    example: question('conversions.list', 'start=2021-02-29'),
    refuses: ({ in: place, operationId, fields }) =>
      place === 'query' &&
      operationId !== 'customers.cohorts' &&
      DAYS.map((name) => fields[name]).some((value) => isText(value) && !isDayOrInstant(value)),
  },
  {
    because: 'Customers of one campaign or source have one: the other question contradicts it.',
    example: question('customers.list', 'source=a&hasSource=true'),
    refuses: ({ in: place, fields: { campaignId, hasCampaign, source, hasSource } }) =>
      place === 'query' &&
      ((isGiven(campaignId) && isGiven(hasCampaign)) || (isGiven(source) && isGiven(hasSource))),
  },
  {
    because: 'A curve ends today or now at the latest.',
    example: question('customers.ltvCohorts', 'asOf=9999-12-31'),
    refuses: ({ in: place, fields: { asOf } }) =>
      place === 'query' && (spanOf(asOf)?.from ?? 0) > Date.now(),
  },
  {
    because: 'Periods are only for cohorts by week or month.',
    example: question('customers.cohorts', 'group_by=source&periods=1'),
    refuses: ({ in: place, fields }) =>
      place === 'query' &&
      ['campaign', 'source'].includes(String(fields['group_by'])) &&
      Number(fields['periods'] ?? 0) > 0,
  },
  {
    because: 'An email is judged trimmed and in lower case: its length, too.',
    example: customer({ email: `${' '.repeat(300)}a@example.com` }),
    reads: (name, value) =>
      name === 'email' && isText(value) ? value.trim().toLowerCase() : value,
  },
  {
    because: 'A search is judged trimmed.',
    example: question('customers.count', `search=${'+'.repeat(300)}a`),
    reads: (name, value) => (name === 'search' && isText(value) ? value.trim() : value),
  },
  {
    because: 'A timestamp may be any of ISO 8601: without seconds, or with a comma.',
    example: sale({ occurredAt: '2026-03-01T00:00Z' }),
    reads: (name, value) =>
      EVENT_TIMES.includes(name) && isText(value) ? asRfc3339(value) : value,
  },
];

const isDayOrInstant = (text: string): boolean =>
  dayStart(text) !== undefined || (timeOf(text) !== undefined && !/[.,]\d{10}/.test(text));

/** A sale without a time is of now, and one of the next minutes as well. */
const saleTime = ({ fields: { occurredAt } }: Subject): number =>
  Math.min(timeOf(occurredAt) ?? Infinity, Date.now() + HOUR);
