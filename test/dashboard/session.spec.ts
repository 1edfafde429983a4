import type { Customer, Journey } from '../../apps/dashboard/src/api/types.js';
import { card, open, settled, signIn } from '../support/dashboard.js';
import { PathProxy } from '../support/path-proxy.js';
import { build } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { describeWithBrowser } from '../support/with-browser.js';

const EVENTS = 130;

describeWithBrowser('a session of the dashboard', (browser) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    build();
    app = await TestApp.start();
    client = await app.workspace();
    await client.post('/customers', { externalId: 'ada', email: 'ada@example.com', name: 'Ada' });
    const events = Array.from({ length: EVENTS }, (_, i) => ({
      type: 'sale',
      externalId: 'ada',
      amount: 100 + i,
      currency: 'USD',
      orderId: `o-${String(i)}`,
      occurredAt: new Date(Date.UTC(2026, 0, 1) + i * 7_200_000).toISOString(),
    }));
    await client.post('/track/batch', { events });
    await client.post('/track/refund', { orderId: 'o-3', refundedAmount: 50 });
  }, 240_000);

  afterAll(() => app.stop());

  it('takes the key out of the address, and keeps it in this tab only', async () => {
    const { page, errors } = await signIn(browser, client);
    expect(page.url()).toBe(`${client.url}/#/customers`);
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain(client.key);
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(client.key);
    expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2);
    expect(await page.content()).not.toContain(client.key);
    const other = await page.context().newPage();
    await other.goto(client.url);
    await other.getByLabel('API key').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('begins with a pasted key, and ends with it', async () => {
    const { page, requests, errors } = await browser.page();
    await page.goto(client.url);
    await page.getByLabel('API key').fill(` ${client.key} `);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('1 in all').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.reload();
    await page.getByLabel('API key').waitFor();
    expect(requests.some((url) => url.includes(client.key))).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('does not begin with a wrong key, and says why', async () => {
    const watched = await browser.page();
    const { page } = watched;
    await page.goto(`${client.url}/#key=ck_wrong`);
    await page.getByText('That key was not accepted.').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(watched.ownErrors).toEqual([]);
    await page.context().close();
  });

  it('shows of a key without a scope what it may see, and names what it lacks', async () => {
    const limited = await app.client(client.workspace, ['analytics:read']);
    const watched = await browser.page();
    const { page } = watched;
    await page.goto(`${client.url}/#key=${limited.key}`);
    await page.getByRole('heading', { name: 'This key may not see this' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(
      /links:read[\s\S]*FORBIDDEN[\s\S]*req_/,
    );
    await open(page, 'ltv');
    await page.locator('.curve-numbers').waitFor();
    expect(watched.ownErrors).toEqual([]);
    await page.context().close();
  });

  it('tells a workspace of the starter plan what its plan lacks', async () => {
    const starter = await app.workspace({ plan: 'starter' });
    const watched = await browser.page();
    const { page } = watched;
    await page.goto(`${starter.url}/#key=${starter.key}`);
    await page.getByRole('heading', { name: 'Not in the workspace’s plan' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('revenueTracking');
    expect(await page.getByRole('alert').innerText()).toContain('FEATURE_NOT_AVAILABLE');
    expect(watched.ownErrors).toEqual([]);
    await page.context().close();
  });

  it('tells an empty workspace how customers come', async () => {
    const empty = await app.workspace();
    const { page, errors } = await signIn(browser, empty);
    await page.getByText('No customers yet').waitFor();
    await open(page, 'cohorts');
    await page.getByText('No customers yet').waitFor();
    await open(page, 'ltv');
    await page.getByText('Nobody was first seen in these months').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('scrolls through a journey to its end, day by day', async () => {
    const { page, errors } = await signIn(browser, client);
    await page.getByRole('link', { name: 'Ada' }).click();
    await card(page, 'Journey').waitFor();
    await settled(page);
    const events = page.locator('.event');
    expect(await events.count()).toBe(50);
    const end = page.getByText(`That is all: ${String(EVENTS + 1)} events.`);
    while (!(await end.isVisible())) {
      await page.mouse.wheel(0, 20_000);
      await page.waitForTimeout(50);
    }
    const journey = await client.get('/customers/ext_ada/journey?limit=1000');
    const expected = (journey.body as { data: Journey }).data.events;
    const amounts = await page.locator('.event-amount').allInnerTexts();
    expect(amounts).toEqual(
      expected.map(
        ({ type, amount }) => `${type === 'refund' ? '−' : ''}$${((amount ?? 0) / 100).toFixed(2)}`,
      ),
    );
    const days = new Set(expected.map(({ occurredAt }) => occurredAt.slice(0, 10)));
    expect(await page.locator('.day').count()).toBe(days.size);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('edits a customer, and says what the service did not take', async () => {
    await client.post('/customers', { externalId: 'bob', name: 'Bob' });
    await client.post('/customers', { externalId: 'taken', name: 'Taken' });
    const watched = await signIn(browser, client);
    const { page } = watched;
    await page.getByRole('link', { name: 'Bob' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Email').fill('no email');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('email', { exact: true }).waitFor();
    await page.getByLabel('Email').fill('bob@example.com');
    await page.getByLabel('External id').fill('taken');
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('alert')
      .getByText(/DUPLICATE_EXTERNAL_ID/)
      .waitFor();
    await page.getByLabel('External id').fill('robert');
    await page.getByLabel('Name').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'bob@example.com' }).waitFor();
    const edited = await client.get('/customers/ext_robert');
    expect(edited.body).toMatchObject({ data: { name: null, email: 'bob@example.com' } });
    expect(watched.ownErrors).toEqual([]);
    await page.context().close();
  });

  it('recalculates a lifetime value', async () => {
    const { page, errors } = await signIn(browser, client);
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByRole('button', { name: 'Recalculate' }).click();
    const answer = await client.get('/customers/ext_ada');
    const { ltv: minor } = (answer.body as { data: Customer }).data;
    const ltv = `$${(minor / 100).toFixed(2)}`;
    await page.getByText(`The lifetime value was right: ${ltv}.`).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('erases a customer after a warning, and checks that it is gone', async () => {
    await client.post('/customers', { externalId: 'eve', name: 'Eve' });
    const watched = await signIn(browser, client);
    const { page } = watched;
    await page.getByRole('link', { name: 'Eve' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Keep the customer' }).click();
    expect((await client.get('/customers/ext_eve')).status).toBe(200);

    await page.getByRole('button', { name: 'Delete' }).click();
    expect(await page.getByRole('dialog').innerText()).toContain('there is no undo');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Erased.').waitFor();
    await page.locator('.who a').first().waitFor();
    expect(await page.getByRole('link', { name: 'Eve' }).count()).toBe(0);
    expect((await client.get('/customers/ext_eve')).status).toBe(404);
    await page.goBack();
    await page.getByRole('heading', { name: 'There is no such customer' }).waitFor();
    expect(watched.ownErrors).toEqual([]);
    await page.context().close();
  });

  it('waits while the service is down, and goes on when it is back', async () => {
    const proxy = await PathProxy.start(client.url, '');
    const watched = await signIn(browser, { ...client, url: proxy.url } as Client);
    const { page } = watched;
    await proxy.stop();
    await page.getByRole('link', { name: 'Cohorts' }).click();
    await page.getByRole('heading', { name: 'The service cannot be reached' }).first().waitFor();
    await proxy.resume();
    await page.locator('.cohort-table').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(watched.ownErrors).toEqual([]);
    await proxy.stop();
    await page.context().close();
  });

  it('works behind the path of a proxy, for an API under a prefix', async () => {
    const prefixed = await app.another({ API_PREFIX: 'api/v1' });
    const proxy = await PathProxy.start(prefixed.url, '/tools/crm');
    const { page, requests, errors } = await signIn(browser, {
      ...client,
      url: proxy.url,
    } as Client);
    await page.getByRole('link', { name: 'Ada' }).click();
    await card(page, 'Attribution').waitFor();
    await settled(page);
    expect(requests).toContain(`${proxy.url}/api/v1/customers/cohorts?group_by=month`);
    expect(requests.filter((url) => !url.startsWith(`${proxy.url}/`))).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
    await proxy.stop();
    await prefixed.stop();
  });
});
