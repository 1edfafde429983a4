import { barriersOf, open, picture, signIn } from '../support/dashboard.js';
import { GoldenSet } from '../support/load-golden.js';
import { build } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { describeWithBrowser } from '../support/with-browser.js';

const PAGES = [
  ['customers', 'customers?sort=ltv'],
  ['customer', 'customers/ext_c1'],
  ['cohorts', 'cohorts?group_by=month&periods=12'],
  ['ltv', 'ltv?months=12&asOf=ASOF'],
  ['nowhere', 'nowhere'],
] as const;

describeWithBrowser('the dashboard', (browser) => {
  let app: TestApp;
  let client: Client;
  let paths: [string, string][];

  beforeAll(async () => {
    build();
    const set = new GoldenSet('small');
    app = await TestApp.start();
    client = await app.workspace(set.settings);
    await set.load(app, client);
    const answer = await client.get('/customers?sortBy=ltv&limit=1');
    const [{ id, lastActivityAt }] = (
      answer.body as { data: [{ id: string; lastActivityAt: string }] }
    ).data;
    paths = PAGES.map(([name, path]) => [
      name,
      path.replace('ext_c1', id).replace('ASOF', lastActivityAt.slice(0, 10)),
    ]);
  }, 240_000);

  afterAll(() => app.stop());

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has no barrier and no overflow at %s px in the %s', async (width, colorScheme) => {
    const watched = await signIn(browser, client, {
      colorScheme,
      viewport: { width, height: 760 },
    });
    const { page } = watched;
    // Its colours are those of the wide page, and its structure is that of the light one.
    const isAsked = width === 1280 || colorScheme === 'light';
    const suffix = `${String(width)}-${colorScheme}`;
    for (const [name, path] of paths) {
      if (name === 'nowhere') {
        await page.goto(`${client.url}/#/${path}`);
        await page.getByText('There is no such page').waitFor();
      } else {
        await open(page, path);
      }
      await picture(page, `${name}-${suffix}`);
      if (isAsked) expect([name, await barriersOf(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
        name,
        width,
      ]);
    }
    await open(page, paths[1]?.[1] ?? '');
    for (const [button, name] of [
      ['Edit', 'edit'],
      ['Delete', 'erase'],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await picture(page, `${name}-${suffix}`);
      if (isAsked) expect([name, await barriersOf(page)]).toEqual([name, []]);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    await picture(page, `sign-in-${suffix}`);
    expect(await barriersOf(page)).toEqual([]);
    expect(watched.errors).toEqual([]);
    await page.context().close();
  });

  it('follows the system, until one chooses', async () => {
    const { page } = await signIn(browser, client, { colorScheme: 'dark' });
    const has = (theme: string): Promise<void> =>
      page.locator(`html[data-theme="${theme}"]`).waitFor();
    await has('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await has('light');
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await has('dark');
    await page.reload();
    await has('dark');
    await page.context().close();
  });

  it('is worked with the keyboard alone', async () => {
    const { page } = await signIn(browser, client);
    await page.reload();
    await page.locator('.who a').first().waitFor();
    const focused = (selector: string): Promise<void> =>
      page.locator(`${selector}:focus`).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focused('#main');
    await page.keyboard.press('Tab');
    await focused('#search');
    await page.locator('.who a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Attribution' }).waitFor();
    await focused('#main');
    await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await focused('button:text("Keep the customer")');
    await page.keyboard.press('Enter');
    await focused('button:text("Delete")');
    await page.context().close();
  });
});
