import { countIn, customerIn, customersIn, paginationIn } from '../support/answers.js';
import { aLead } from '../support/builders.js';
import { fillLiveCells } from '../support/fill-live-cells.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('a search', () => {
  let app: TestApp;
  let client: Client;

  const PEOPLE = [
    { externalId: 'straße', name: 'GÜNTER', email: 'g.mueller@example.com' },
    { externalId: 'ΣΊΣΥΦΟΣ', name: 'Иван Петров', email: 'ivan@пример.рф' },
    { externalId: '100%', name: 'under_score', email: 'a@b.c' },
    { externalId: 'back\\slash', name: "O'Hara", email: '"quoted"@x.y' },
    { externalId: 'abc', name: 'def', email: 'ghi@jkl' },
    { externalId: '東京😀', name: 'Ｆｕｌｌ', email: null },
    { externalId: 'zz', name: null, email: null },
  ];

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    for (const person of PEOPLE) customerIn(await client.post('/customers', person));
    await fillLiveCells(app.dataSource, client.workspace.id);
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each([
    ['günter', ['straße']],
    ['GÜN', ['straße']],
    ['STRASSE', ['straße']],
    ['RAß', ['straße']],
    ['MUELLER@', ['straße']],
    ['σίσυφος', ['ΣΊΣΥΦΟΣ']],
    ['φος', ['ΣΊΣΥΦΟΣ']],
    ['иван п', ['ΣΊΣΥΦΟΣ']],
    ['ПРИМЕР.РФ', ['ΣΊΣΥΦΟΣ']],
    ['%', ['100%']],
    ['0%', ['100%']],
    ['_', ['100%']],
    ['r_s', ['100%']],
    ['\\', ['back\\slash']],
    ['k\\s', ['back\\slash']],
    ["'", ['back\\slash']],
    ['"Q', ['back\\slash']],
    ['%%', []],
    ['a%c', []],
    ['a_c', []],
    ['a', ['straße', '100%', 'back\\slash', 'abc', 'ΣΊΣΥΦΟΣ']],
    ['bc', ['abc']],
    ['京', ['東京😀']],
    ['😀', ['東京😀']],
    ['ｆＵ', ['東京😀']],
    ['cd', []],
    ['abcdef', []],
    ['abc def', []],
    ['fg', []],
    ['  abc  ', ['abc']],
    ['\t abc\u00a0', ['abc']],
    ['zz', ['zz']],
    ['nobody', []],
  ])('for %j finds %j', async (term, expected) => {
    const query = `search=${encodeURIComponent(term)}`;
    const answer = await client.get(`/customers?${query}`);
    const ids = customersIn(answer).map(({ externalId }) => externalId);
    expect(ids.sort()).toEqual([...expected].sort());
    expect(paginationIn(answer).total).toBe(expected.length);
    expect(countIn(await client.get(`/customers/count?${query}`))).toBe(expected.length);
  });

  it.each(['', '%20', '+', '%09%0a', '%C2%A0'])('for nothing is no search: %s', async (blank) => {
    const answer = await client.get(`/customers?search=${blank}`);
    expect(paginationIn(answer)).toMatchObject({ total: PEOPLE.length, totalCapped: false });
    const count = await client.get(`/customers/count?search=${blank}`);
    expect(countIn(count)).toBe(PEOPLE.length);
  });

  it('follows every change', async () => {
    const found = async (term: string): Promise<number> =>
      countIn(await client.get(`/customers/count?search=${term}`));
    await client.post('/customers', { externalId: 'moving', name: 'Before', email: 'x@first.y' });
    await client.patch('/customers/ext_moving', { name: 'After', email: null });
    expect([await found('before'), await found('first'), await found('after')]).toEqual([0, 0, 1]);
    await client.patch('/customers/ext_moving', { externalId: 'moved' });
    expect([await found('moving'), await found('moved')]).toEqual([0, 1]);
    await client.post('/track/lead', aLead({ externalId: 'moved', email: 'filled@x.y' }));
    expect(await found('FILLED')).toBe(1);
    await client.delete('/customers/ext_moved');
    expect(await found('moved')).toBe(0);
  });
});
