import { FOLD_CONVERSIONS, WRONG_CONVERSION_COUNTS } from '@app/analytics';
import { Database } from '@app/platform';
import type { TrackedConversionDto } from '@app/tracking';
import fc from 'fast-check';
import { conversionsIn, paginationIn, resultsIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

const SEED = 20_261_124;
const CONVERSIONS = 300;

const sent = fc.record({
  type: fc.constantFrom('lead', 'sale', 'custom'),
  status: fc.constantFrom('approved', 'approved', 'pending', 'rejected', 'fraud'),
  // Quarters of a day, so that many come at the same moment and at midnight.
  quarter: fc.nat(60),
  who: fc.constantFrom({ externalId: 'a' }, { email: 'late@x.y' }, { email: 'never@x.y' }),
});

const HOURS = 6 * 3_600_000;
const START = Date.UTC(2026, 1, 20);
const at = (quarter: number): string => new Date(START + quarter * HOURS).toISOString();

describe('lists of random conversions', () => {
  let app: TestApp;
  let client: Client;
  let all: TrackedConversionDto[];

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    const events = fc
      .sample(sent, { numRuns: CONVERSIONS, seed: SEED })
      .map(({ type, status, quarter, who }, i) => ({
        type,
        status,
        occurredAt: at(quarter),
        orderId: `o${String(i)}`,
        ...who,
        ...(type === 'sale' && { amount: 100 }),
        ...(type === 'custom' && { eventName: 'Demo' }),
      }));
    const results = resultsIn(await client.post('/track/batch', { events }));
    expect(results.filter(({ status }) => status !== 'created')).toEqual([]);
    await client.post('/customers', { externalId: 'b', email: 'late@x.y' });
    for (const { id } of results.slice(0, 60)) {
      await client.patch(`/conversions/${id ?? ''}`, { status: 'fraud' });
    }
    all = await everyPage();
    expect(all).toHaveLength(CONVERSIONS);
    expect(all.some(({ customerId }) => customerId === null)).toBe(true);
  });

  afterAll(async () => {
    await app.stop();
  });

  const everyPage = async (): Promise<TrackedConversionDto[]> => {
    const found: TrackedConversionDto[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await client.get(`/conversions?limit=100&page=${String(page)}`);
      found.push(...conversionsIn(answer));
      if (!paginationIn(answer).hasMore) return found;
    }
  };

  const database = (): Database => app.nest.get(Database);

  const questions = fc.record({
    type: fc.option(fc.constantFrom('lead', 'sale', 'custom'), { nil: undefined }),
    status: fc.option(fc.constantFrom('approved', 'pending', 'refunded', 'fraud'), {
      nil: undefined,
    }),
    stitched: fc.option(fc.constantFrom('true', 'false'), { nil: undefined }),
    start: fc.option(fc.nat(30), { nil: undefined }),
    length: fc.option(fc.nat(30), { nil: undefined }),
    isAscending: fc.boolean(),
    limit: fc.constantFrom(1, 7, 50),
    skipped: fc.nat(200),
  });

  const expectAnswers = async (): Promise<void> => {
    const wrong = await database().rows(WRONG_CONVERSION_COUNTS, [client.workspace.id]);
    expect(wrong).toEqual([]);
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { type, status, stitched, start, length, isAscending, limit, skipped } = question;
        const end = length === undefined ? undefined : (start ?? 0) + length;
        const found = all.filter(
          (conversion) =>
            (type === undefined || conversion.type === type) &&
            (status === undefined || conversion.status === status) &&
            (stitched === undefined ||
              (conversion.customerId !== null) === (stitched === 'true')) &&
            (start === undefined || conversion.occurredAt >= at(start)) &&
            (end === undefined || conversion.occurredAt < at(end)),
        );
        const ids = found.map(({ id }) => id);
        if (isAscending) ids.reverse();
        const given = {
          type,
          status,
          stitched,
          start: start === undefined ? undefined : at(start),
          end: end === undefined ? undefined : at(end),
          sortOrder: isAscending ? 'asc' : 'desc',
          limit: String(limit),
        };
        const path = `/conversions?${new URLSearchParams(JSON.parse(JSON.stringify(given)) as Record<string, string>).toString()}`;
        const page = 1 + Math.floor(Math.min(skipped, ids.length) / limit);
        const answer = await client.get(`${path}&page=${String(page)}`);
        const to = page * limit;
        expect(conversionsIn(answer).map(({ id }) => id)).toEqual(ids.slice(to - limit, to));
        expect(paginationIn(answer).total).toBe(ids.length);
        const { nextCursor } = paginationIn(answer);
        expect(nextCursor !== null).toBe(ids.length > to);
        if (nextCursor === null) return;
        const next = await client.get(`${path}&cursor=${nextCursor}`);
        expect(conversionsIn(next).map(({ id }) => id)).toEqual(ids.slice(to, to + limit));
      }),
      { numRuns: 80, seed: SEED },
    );
  };

  it('are what all conversions make of them, before any count is folded', async () => {
    await expectAnswers();
  });

  it('are the same with half of the counts folded, and with all', async () => {
    const values = [client.workspace.id, 150];
    expect(await database().first(FOLD_CONVERSIONS, values)).toEqual({ folded: 150 });
    await expectAnswers();
    while (((await database().first(FOLD_CONVERSIONS, values))?.folded ?? 0) > 0);
    await expectAnswers();
  });
});
