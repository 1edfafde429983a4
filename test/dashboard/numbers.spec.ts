import type { Page } from 'playwright-core';
import type { Attribution, Customer } from '../../apps/dashboard/src/api/types.js';
import {
  type PageElement,
  card,
  cellsOf,
  count,
  money,
  open,
  settled,
} from '../support/dashboard.js';
import { GoldenDashboard } from '../support/golden-dashboard.js';
import { describeWithBrowser } from '../support/with-browser.js';

describeWithBrowser('the numbers of the dashboard', (browser) => {
  let dashboard: GoldenDashboard;
  let page: Page;

  beforeAll(async () => {
    dashboard = await GoldenDashboard.open(browser);
    ({ page } = dashboard.watched);
  }, 240_000);

  afterAll(() => dashboard.close());

  const ask = <T>(path: string): Promise<T> => dashboard.ask<T>(path);

  const titles = (customers: Customer[]): string[] =>
    customers.map(({ name, email, externalId }) => (name ?? email ?? externalId).trim());
  const shownTitles = (): Promise<string[]> => page.locator('.who a').allInnerTexts();

  it('are the customers, page by page to the last', async () => {
    await open(page, 'customers');
    const shown: string[] = [];
    const next = page.getByRole('link', { name: 'Next' });
    for (;;) {
      shown.push(...(await shownTitles()));
      if (!(await next.isVisible())) break;
      await next.click();
      await page.getByText(`${count(shown.length + 1)}–`).waitFor();
      await settled(page);
    }
    const all: Customer[] = [];
    for (let number = 1; all.length < 396; number += 1) {
      all.push(...(await ask<Customer[]>(`/customers?limit=100&page=${String(number)}`)));
    }
    expect(shown).toEqual(titles(all));
    await expect(page.locator('.count').innerText()).resolves.toBe('396 in all');

    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByText('301–350 of 396').waitFor();
    await settled(page);
    expect(await shownTitles()).toEqual(titles(all.slice(300, 350)));
  });

  it('are sorted as the header says', async () => {
    await open(page, 'customers');
    await page.getByRole('link', { name: 'Lifetime value', exact: true }).nth(1).click();
    await page.locator('th[aria-sort="descending"]', { hasText: 'Lifetime value' }).waitFor();
    await settled(page);
    const sorted = await ask<Customer[]>('/customers?limit=50&sortBy=ltv');
    const rows = await cellsOf(page.locator('table.list'));
    expect(rows.map((cells) => cells.at(-1))).toEqual(sorted.map(({ ltv }) => money(ltv)));
    expect(rows.map((cells) => cells.at(-2))).toEqual(sorted.map(({ sales }) => count(sales)));
    expect(await shownTitles()).toEqual(titles(sorted));
  });

  it('are searched while one types', async () => {
    await open(page, 'customers');
    await page.getByRole('searchbox').pressSequentially('ada', { delay: 30 });
    await page.getByText('41 found').waitFor();
    await settled(page);
    expect(await shownTitles()).toEqual(
      titles(await ask<Customer[]>('/customers?limit=50&search=ada')),
    );
    const asked = dashboard.watched.requests.filter((url) => url.includes('search=a'));
    expect(asked.every((url) => url.includes('search=ada'))).toBe(true);

    await page.getByRole('searchbox').fill('nothing at all');
    await page.getByText('Nobody matches “nothing at all”').waitFor();
    await page.getByRole('link', { name: 'Show all customers' }).click();
    await page.getByText('396 in all').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('are five attributions that add up to the lifetime value', async () => {
    const customers = await ask<Customer[]>('/customers?limit=100&sortBy=ltv');
    const found = await Promise.all(
      customers.map(async (customer) => ({
        customer,
        attribution: await ask<Attribution>(`/customers/${customer.id}/attribution`),
      })),
    );
    const [best] = found
      .filter(({ customer, attribution }) => {
        // More than eight share a colour and a row.
        return customer.ltv > 0 && attribution.models.linear.length <= 8;
      })
      .sort((a, b) => b.attribution.models.linear.length - a.attribution.models.linear.length);
    if (!best) throw new Error('Nobody has a lifetime value.');
    const { customer, attribution } = best;
    await open(page, `customers/${customer.id}`);
    const panel = card(page, 'Attribution');
    await panel.getByRole('radio', { name: 'Link' }).check();

    const models = ['firstTouch', 'lastTouch', 'linear', 'timeDecay', 'positionBased'] as const;
    const expected = new Map<string, number[]>();
    models.forEach((model, i) => {
      for (const { linkId, revenue } of attribution.models[model]) {
        const name = linkId ?? 'no click in the window';
        const sums = expected.get(name) ?? [0, 0, 0, 0, 0];
        sums[i] = (sums[i] ?? 0) + revenue;
        expected.set(name, sums);
      }
    });
    expect(expected.size).toBeGreaterThan(1);
    const rows = await cellsOf(panel.locator('table'));
    expect(Object.fromEntries(rows.map(([name, ...sums]) => [name, sums]))).toEqual(
      Object.fromEntries(
        [...expected].map(([name, sums]) => [name, sums.map((sum) => money(sum))]),
      ),
    );
    expect(await cellsOf(panel.locator('table'), 'tfoot')).toEqual([
      ['Lifetime value', ...models.map(() => money(customer.ltv))],
    ]);
    expect(await panel.locator('.model-sum').allInnerTexts()).toEqual(
      models.map(() => money(customer.ltv)),
    );
    const heights = await panel
      .locator('.model-bar')
      .evaluateAll((bars: PageElement[]) =>
        bars.map(({ children }) => [...children].reduce((sum, part) => sum + part.offsetHeight, 0)),
      );
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(12);
    expect(Math.min(...heights)).toBeGreaterThan(170);
  });
});
