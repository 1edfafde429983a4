import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** It runs as root on some machines, and must ask nobody for anything. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a person who looks at the page would not see: errors of its code, and whom it has asked. */
export class WatchedPage {
  readonly errors: string[] = [];
  readonly requests: string[] = [];

  constructor(readonly page: Page) {
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Errors of the page itself; browsers also log every answer that is no success. */
  get ownErrors(): string[] {
    return this.errors.filter((text) => !text.startsWith('Failed to load resource'));
  }
}

/** A browser of a block's own; each page has its own storage. */
export class TestBrowser {
  private browser: Browser | undefined;

  constructor(private readonly executablePath: string) {}

  async start(): Promise<void> {
    this.browser = await chromium.launch({ executablePath: this.executablePath, args: OPTIONS });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  async page(options: BrowserContextOptions = {}): Promise<WatchedPage> {
    if (!this.browser) throw new Error('The browser has not been started.');
    const context = await this.browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    return new WatchedPage(await context.newPage());
  }
}

/** As `describeWithServer`, for tests that need a browser. */
export function describeWithBrowser(title: string, block: (browser: TestBrowser) => void): void {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const binary = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(
    existsSync,
  );
  if (binary === undefined && process.env['REQUIRE_SERVERS'] === '1') {
    describe(title, () => {
      it('needs a browser', () => {
        throw new Error('chromium is not installed, and REQUIRE_SERVERS=1 asks for it.');
      });
    });
    return;
  }
  const browser = new TestBrowser(binary ?? 'chromium');
  const describeBlock = binary === undefined ? describe.skip : describe;
  const reason = binary === undefined ? ' (skipped: chromium is not installed)' : '';
  describeBlock(title + reason, () => {
    beforeAll(() => browser.start());
    afterAll(() => browser.stop());
    block(browser);
  });
}
