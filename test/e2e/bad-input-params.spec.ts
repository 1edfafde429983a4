import { errorIn } from '../support/answers.js';
import { aClick, aSale, times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

interface Values {
  good: string[];
  bad: string[];
}

const ANY_BAD = ['', '%20', '%00', 'a%00', 'x'.repeat(5_000)];
const integer = (min: number, max?: number): Values => ({
  good: [String(min), String(max ?? Number.MAX_SAFE_INTEGER)],
  bad: [
    ...ANY_BAD,
    String(min - 1),
    ...(max === undefined ? ['9007199254740992', '1e999'] : [String(max + 1)]),
    '-1',
    '1.5',
    '1.0',
    '1e1',
    '0x1',
    '01',
    '+1',
    '%201',
    '١',
    'NaN',
    'Infinity',
    'null',
    'true',
    '[]',
    '1,2',
  ],
});
const oneOf = (...good: string[]): Values => ({
  good,
  bad: [...ANY_BAD, 'x', (good[0] ?? '').toUpperCase(), `${good[0] ?? ''}%20`, 'constructor'],
});
const NO_TIME = [...ANY_BAD, 'x', '7', '2021-02-30', '2021-1-1', '2021-13-01', '-2021-01-01'];
const day: Values = {
  good: ['2020-02-29', '0001-01-01', '1969-12-31'],
  bad: [...NO_TIME, '2021-02-29', '2021-01-01T00:00:00Z', '12021-01-01', '2021-W01', '20210101'],
};
const dayOrInstant: Values = {
  good: ['2020-02-29', '0000-01-01', '2020-01-01T00:00:00Z', '0000-01-01T00:00:00%2B23:59'],
  bad: [...NO_TIME, '2021-01-01T00:00:00', '2021-01-01T00:00:00+01:00', '2021-01-01T25:00:00Z'],
};
const cursor: Values = {
  good: [],
  bad: [...ANY_BAD, 'x', 'null', 'e30', 'W10', 'WyJjdXN0b21lcnMiLDEsMl0', '%F0%9F%98%80'],
};
const search: Values = {
  good: ['', '%20%20', 'x'.repeat(255), encodeURIComponent('😀'.repeat(255)), '%25', '_', "'"],
  bad: ['%00', 'x'.repeat(256), encodeURIComponent('😀'.repeat(256))],
};
const orderId: Values = {
  good: ['x'.repeat(255), encodeURIComponent('😀'.repeat(255))],
  bad: ['', '%00', 'x'.repeat(256)],
};
const page = { page: integer(1), limit: integer(1, 100), cursor, sortOrder: oneOf('asc', 'desc') };
const range = { start: dayOrInstant, end: { ...dayOrInstant, good: ['9999-12-31', '2020-01-01'] } };

const ROUTES: Record<string, Record<string, Values>> = {
  '/customers': { ...page, search, sortBy: oneOf('createdAt', 'ltv', 'lastActivityAt') },
  '/customers/count': { search },
  '/customers/cohorts': {
    group_by: oneOf('week', 'month', 'campaign', 'source'),
    start: day,
    end: { ...day, good: ['9999-12-31'] },
    periods: integer(0, 26),
  },
  '/customers/ltv-cohorts': {
    months: integer(1, 24),
    group_by: oneOf('month', 'campaign', 'source'),
    asOf: { ...dayOrInstant, bad: [...dayOrInstant.bad, '9999-12-31', '9999-01-01T00:00:00Z'] },
  },
  '/customers/ext_a/journey': {
    ...range,
    summary: oneOf('true', 'false'),
    limit: integer(1, 1_000),
    cursor,
  },
  '/customers/ext_a/attribution': {},
  '/customers/ext_a': {},
  '/conversions': {
    ...page,
    ...range,
    type: oneOf('lead', 'sale', 'custom'),
    status: oneOf('pending', 'approved', 'refunded', 'rejected', 'fraud'),
    orderId,
    customerId: { good: ['ext_a', 'cus_1', 'x'], bad: ['', '%00', 'x'.repeat(5_000)] },
    stitched: oneOf('true', 'false'),
  },
};
const CASES = Object.entries(ROUTES).flatMap(([path, parameters]) =>
  Object.entries(parameters).map(([name, values]) => [path, name, values] as const),
);

describe('a parameter of a query', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start({ SNAPSHOT_TTL_MS: '0' });
    client = await app.workspace({ timezone: 'America/St_Johns' });
    const events = times(6, (i) => ({
      type: 'sale',
      ...aSale({ externalId: i < 4 ? 'a' : String(i), amount: i }),
    }));
    await client.post('/track/batch', {
      events: [
        ...events,
        { type: 'click', ...aClick({ clickId: 'c' }) },
        { type: 'customer', externalId: 'a', clickId: 'c' },
      ],
    });
  });

  afterAll(async () => {
    await app.stop();
  });

  /** Undefined when it is the answer that a fault of this parameter gets. */
  function complaint(name: string, answer: Answer): string | undefined {
    const { status, text } = answer;
    const { code, details = [] } = status < 300 ? { code: 'none' } : errorIn(answer);
    const isNamed = details.some((detail) => detail.path === name && detail.message !== '');
    return status === 400 && code === 'VALIDATION_ERROR' && isNamed ? undefined : text;
  }

  it.each(CASES)('%s?%s takes and refuses what it should', async (path, name, { good, bad }) => {
    const wrong: string[] = [];
    for (const value of bad) {
      const fault = complaint(name, await client.get(`${path}?${name}=${value}`));
      if (fault !== undefined) wrong.push(`${value.slice(0, 40)} got ${fault.slice(0, 200)}`);
    }
    for (const value of good) {
      const { status, text } = await client.get(`${path}?${name}=${value}`);
      if (status !== 200) wrong.push(`${value.slice(0, 40)} got ${text.slice(0, 200)}`);
    }
    const [value = 'x'] = good.filter((text) => text !== '');
    const repeated = await client.get(`${path}?${name}=${value}&${name}=${value}`);
    if (complaint(name, repeated)) wrong.push(`repeated got ${repeated.text}`);
    const list = await client.get(`${path}?${name}[]=${value}`);
    if (complaint(`${name}[]`, list)) wrong.push(`as a list got ${list.text}`);
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(ROUTES))('is refused when it is unknown: %s', async (path) => {
    for (const name of ['unknown', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const answer = await client.get(`${path}?${name}=1`);
      expect([name, complaint(name, answer)]).toEqual([name, undefined]);
    }
    const answer = await client.get(`${path}?a=%E0%A4%A`);
    expect(errorIn(answer).code).toBe('VALIDATION_ERROR');
    const latin = await client.get(`${path}?a=%FF%FE`);
    expect(errorIn(latin).code).toBe('VALIDATION_ERROR');
  });

  it.each([
    ['/customers/cohorts', 'start=2026-03-02&end=2026-03-01', 'start'],
    ['/customers/ext_a/journey', 'start=2026-03-02&end=2026-03-01', 'start'],
    ['/customers/ext_a/journey', 'start=2026-03-02&end=2026-03-02T00:00:00Z', 'start'],
    ['/conversions', 'start=2026-03-01T00:00:00.001Z&end=2026-03-01T00:00:00Z', 'start'],
    ['/customers/cohorts', 'group_by=campaign&periods=1', 'periods'],
    ['/customers/cohorts', 'group_by=source&periods=26', 'periods'],
  ])('may contradict another one: %s?%s', async (path, query, name) => {
    expect(complaint(name, await client.get(`${path}?${query}`))).toBeUndefined();
  });

  it.each([
    ['/customers/cohorts', 'start=2026-03-02&end=2026-03-02'],
    ['/conversions', 'start=2026-03-01T00:00:00Z&end=2026-03-01T00:00:00Z'],
    ['/customers/ext_a/journey', 'start=2026-03-02&end=2026-03-02'],
    ['/customers', 'page=9007199254740991&limit=100'],
    ['/conversions', 'page=9007199254740991&limit=100'],
    ['/customers/ltv-cohorts', 'months=24&asOf=0000-01-01'],
  ])('may be at its limit: %s?%s', async (path, query) => {
    expect((await client.get(`${path}?${query}`)).status).toBe(200);
  });

  it('that is asOf may be today, in the time zone of the workspace, and no later', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/St_Johns' });
    const dayIn = (days: number): string => today.format(Date.now() + days * 86_400_000);
    expect((await client.get(`/customers/ltv-cohorts?asOf=${dayIn(0)}`)).status).toBe(200);
    expect((await client.get(`/customers/ltv-cohorts?asOf=${dayIn(1)}`)).status).toBe(400);
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect((await client.get(`/customers/ltv-cohorts?asOf=${soon}`)).status).toBe(400);
  });
});
