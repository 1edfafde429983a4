import type { Page } from 'playwright-core';
import type { Cohorts, CurvePoint, LtvCohorts } from '../../apps/dashboard/src/api/types.js';
import {
  type PageElement,
  card,
  cellsOf,
  count,
  money,
  open,
  percent,
  settled,
} from '../support/dashboard.js';
import { GoldenDashboard } from '../support/golden-dashboard.js';
import type { Client } from '../support/start-app.js';
import { describeWithBrowser } from '../support/with-browser.js';

describeWithBrowser('the charts of the dashboard', (browser) => {
  let dashboard: GoldenDashboard;
  let client: Client;
  let page: Page;

  beforeAll(async () => {
    dashboard = await GoldenDashboard.open(browser);
    ({ client } = dashboard);
    ({ page } = dashboard.watched);
  }, 240_000);

  afterAll(() => dashboard.close());

  const ask = <T>(path: string): Promise<T> => dashboard.ask<T>(path);

  it.each(['week', 'month', 'campaign', 'source'])(
    'are the cohorts by %s, with bars of their lengths',
    async (group) => {
      const periods = group === 'week' || group === 'month' ? '&periods=12' : '';
      const data = await ask<Cohorts>(`/customers/cohorts?group_by=${group}${periods}`);
      await open(page, `cohorts?group_by=${group}&periods=12`);
      const table = page.locator('.cohort-table');
      expect(await cellsOf(table)).toEqual(
        data.cohorts.map((row) => [
          row.cohort ?? `without a ${group}`,
          count(row.customers),
          money(row.revenue),
          money(row.averageLtv),
          `${count(row.convertedCustomers)} ${percent(row.conversionRate)}`,
          count(row.sales),
          money(row.averageOrderValue),
        ]),
      );
      const most = Math.max(...data.cohorts.map((row) => row.customers));
      const widths = await table
        .locator('.bar-size')
        .evaluateAll((bars: PageElement[]) => bars.map(({ style }) => style.width));
      expect(widths).toEqual(
        data.cohorts.map((row) => `${String(Number(((row.customers / most) * 100).toFixed(2)))}%`),
      );
      expect(await page.locator('.stats dd').allInnerTexts()).toEqual([
        count(data.totals.customers),
        count(data.totals.customersWithLeads),
        `${count(data.totals.convertedCustomers)} (${percent(data.totals.conversionRate)})`,
        money(data.totals.revenue),
        money(data.totals.averageLtv),
        money(data.totals.averageOrderValue),
      ]);
    },
  );

  it('are the retention of each month, and the darker the more', async () => {
    const { cohorts } = await ask<Cohorts>('/customers/cohorts?group_by=month&periods=12');
    await open(page, 'cohorts?group_by=month&periods=12');
    const table = page.locator('table.heat');
    const cells = (of: (reached: number, customers: number) => string): string[][] =>
      cohorts.map(({ cohort, customers, retention = [] }) => [
        cohort ?? '',
        count(customers),
        ...Array.from({ length: 12 }, (_, k) =>
          retention[k] === undefined ? '' : of(retention[k], customers),
        ),
      ]);
    expect(await cellsOf(table)).toEqual(
      cells((reached, customers) => percent(reached / customers)),
    );
    await page.getByRole('radio', { name: 'Customers' }).check();
    expect(await cellsOf(table)).toEqual(cells((reached) => count(reached)));

    const shades = await table
      .locator('tbody td[title]')
      .evaluateAll((cells: PageElement[]) =>
        cells.map(
          ({ title, className }) => [parseFloat(title.split(', ')[1] ?? ''), className] as const,
        ),
      );
    const bins = shades.map(([share, name]) => [share, Number(/heat-(\d)/.exec(name)?.[1] ?? -1)]);
    const inOrder = [...bins].sort(([a = 0], [b = 0]) => a - b).map(([, bin]) => bin);
    expect(inOrder).toEqual([...inOrder].sort((a = 0, b = 0) => a - b));
    expect(inOrder.at(-1)).toBe(9);
  });

  it('are those of the days that one chooses', async () => {
    await open(page, 'cohorts?group_by=month');
    await page.getByLabel('First seen from').fill('2021-03-01');
    await page.getByLabel('First seen to').fill('2021-11-30');
    await page.locator('.stats dd', { hasText: /^126$/ }).waitFor();
    const data = await ask<Cohorts>(
      '/customers/cohorts?group_by=month&start=2021-03-01&end=2021-11-30',
    );
    const rows = await cellsOf(page.locator('.cohort-table'));
    expect(rows.map(([name]) => name)).toEqual(data.cohorts.map((row) => row.cohort));
  });

  it.each(['month', 'campaign', 'source'])('are the lifetime values by %s', async (group) => {
    const request = `group_by=${group}&months=24&asOf=2022-06-15`;
    const { cohorts } = await ask<LtvCohorts>(`/customers/ltv-cohorts?${request}`);
    await open(page, `ltv?${request}`);
    const rowsOf = (value: (point: CurvePoint) => string): string[][] =>
      cohorts.map(({ cohort, curve }) => [
        cohort ?? `without a ${group}`,
        ...Array.from({ length: 24 }, (_, k) => {
          if (!curve[k]) return '';
          return value(curve[k]) + (curve[k].complete ? '' : ' so far');
        }),
      ]);
    const numbers = page.locator('.curve-numbers');
    expect(await cellsOf(numbers)).toEqual(rowsOf(({ ltv }) => money(ltv)));
    expect(await cellsOf(page.locator('.curve-table table'))).toEqual(
      cohorts.map((row) => [
        row.cohort ?? `without a ${group}`,
        count(row.customers),
        count(row.payingCustomers),
        money(row.ltv),
      ]),
    );
    await page.getByRole('radio', { name: 'Total' }).check();
    await page.getByText('Revenue, month by month').waitFor();
    expect(await cellsOf(numbers)).toEqual(rowsOf((point) => money(point.cumulativeRevenue)));
  });

  it('are drawn: a line is there in its colour, and goes when it is not wanted', async () => {
    await open(page, 'ltv?group_by=source&months=12&asOf=2021-12-31');
    const line = page.locator('.curve-table tbody tr').nth(1);
    const colour = await page.evaluate<string>(
      `getComputedStyle(document.querySelectorAll('.curve-table .line-swatch')[1]).backgroundColor`,
    );
    const [red, green, blue] = (colour.match(/\d+/g) ?? []).map(Number);
    const pixels = (): Promise<unknown> =>
      page.evaluate(`(() => {
        const canvas = document.querySelector('.curve-chart canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let found = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (data[i] === ${String(red)} && data[i + 1] === ${String(green)} && data[i + 2] === ${String(blue)} && data[i + 3] === 255) found += 1;
        }
        return found;
      })()`);
    expect(await pixels()).toBeGreaterThan(100);
    await line.getByRole('checkbox').uncheck();
    await page.waitForTimeout(100);
    expect(await pixels()).toBe(0);
  });

  it('are those of the request that stands below a picture', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'cohorts?group_by=source');
    const panel = card(page, 'Customers by source');
    await panel.getByText('This picture is that request').click();
    await panel.getByRole('button', { name: /^Copy the request/ }).click();
    await panel.getByText('Copied').waitFor();
    const curl = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(curl).toBe(
      `curl -H "X-API-Key: $KEY" '${client.url}/customers/cohorts?group_by=source'`,
    );
    const url = /'([^']+)'$/.exec(curl)?.[1] ?? '';
    const response = await fetch(url, { headers: { 'x-api-key': client.key } });
    const { data } = (await response.json()) as { data: Cohorts };
    expect((await cellsOf(panel.locator('table'))).map(([, size]) => size)).toEqual(
      data.cohorts.map((row) => count(row.customers)),
    );
  });

  it('have the age of their snapshot, and are computed again when that is asked for', async () => {
    await ask<Cohorts>('/customers/cohorts?group_by=campaign&end=2021-06-30');
    await open(page, 'cohorts?group_by=campaign&end=2021-06-30');
    const age = page.locator('.age').first();
    await expect(age.innerText()).resolves.toMatch(/^\d+ s old, from a snapshot$/);
    expect(await age.getAttribute('title')).toBe('X-Cache: HIT');
    const fresh = page.waitForRequest((request) => request.url().includes('end=2021-06-30'));
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    expect((await fresh).headers()['cache-control']).toBe('no-cache');
    await page.locator('.age[title="X-Cache: MISS"]').first().waitFor();
    await expect(age.innerText()).resolves.toMatch(/^[01] s old, computed for this page$/);
  });

  it('lead from a cohort to its customers', async () => {
    await open(page, 'cohorts?group_by=month');
    await page.locator('.cohort-table').getByRole('link', { name: '2021-03' }).click();
    await page.getByText('First seen from').waitFor();
    await settled(page);
    const range = 'firstSeenStart=2021-03-01&firstSeenEnd=2021-03-31';
    const found = await ask<{ count: number }>(`/customers/count?${range}`);
    expect(found.count).toBeGreaterThan(10);
    expect(await page.locator('.count').innerText()).toBe(`${count(found.count)} in all`);
    expect(await page.locator('.who a').count()).toBe(found.count);
  });

  it('lead to nobody where the document of the service lists no such filter', async () => {
    await page.route('**/openapi.json', (route) => route.fulfill({ json: { paths: {} } }));
    const asked = page.waitForResponse((response) => response.url().endsWith('/openapi.json'));
    await page.reload();
    await open(page, 'cohorts?group_by=month');
    await asked;
    await page.waitForTimeout(200);
    expect(await page.locator('.cohort-table tbody tr').count()).toBeGreaterThan(10);
    expect(await page.locator('.cohort-table').getByRole('link').count()).toBe(0);
  });
});
