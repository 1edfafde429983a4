import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Client } from './start-app.js';
import type { TestBrowser, WatchedPage } from './with-browser.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const IS_BUSY = `document.querySelectorAll('.live-check').length === 0 ||
  document.querySelectorAll('[aria-busy="true"], .loading').length > 0`;
const PICTURES = path.resolve('.pictures');

/** Opens the dashboard as the banner's link does, and waits for the list of customers. */
export async function signIn(
  browser: TestBrowser,
  client: Client,
  options: Parameters<TestBrowser['page']>[0] = {},
): Promise<WatchedPage> {
  const watched = await browser.page(options);
  await watched.page.goto(`${client.url}/#key=${client.key}`);
  await watched.page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await settled(watched.page);
  return watched;
}

/** Goes to a page of the dashboard, and waits until every card has its answer. */
export async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/${hash}`);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}

/** Waits until nothing is asked for, and what was asked for is shown. */
export async function settled(page: Page): Promise<void> {
  const end = Date.now() + 10_000;
  // A new address becomes a new question two frames later.
  await page.evaluate(`new Promise((done) => setTimeout(done, 50))`);
  // The page's policy forbids what waitForFunction does.
  while ((await page.evaluate(IS_BUSY)) === true) {
    if (Date.now() > end) throw new Error('The page is busy for ever.');
    await sleep(20);
  }
}

/** What the tests use of an element of the page: there are no types of browsers outside the dashboard. */
export interface PageElement {
  className: string;
  title: string;
  innerText: string;
  offsetHeight: number;
  style: { width: string };
  cells: Iterable<PageElement>;
  children: Iterable<PageElement>;
}

/** The texts of a table's cells, row by row, as they are read. */
export const cellsOf = (table: Locator, part: 'tbody' | 'tfoot' = 'tbody'): Promise<string[][]> =>
  table
    .locator(`${part} tr`)
    .evaluateAll((rows: PageElement[]) =>
      rows.map((row) =>
        [...row.cells].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
      ),
    );

export const card = (page: Page, heading: string): Locator =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: heading }) });

/** What axe finds that keeps somebody from using the page. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 400));
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Keeps a picture for people to look at; nothing compares it. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

/** Money as it is printed, from another computation than the dashboard's. */
export const money = (minor: number | null, currency = 'EUR'): string =>
  minor === null
    ? '–'
    : new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(minor / 100);

export const percent = (ratio: number | null): string =>
  ratio === null
    ? '–'
    : new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1 }).format(
        Math.round(ratio * 1_000) / 1_000,
      );

export const count = (number: number): string => new Intl.NumberFormat('en-US').format(number);
