import { signIn } from './dashboard.js';
import { GoldenSet } from './load-golden.js';
import { build } from './run-service.js';
import { TestApp, type Client } from './start-app.js';
import type { TestBrowser, WatchedPage } from './with-browser.js';

/** The dashboard on the larger golden set, in a page that is watched and signed in. */
export class GoldenDashboard {
  private constructor(
    private readonly app: TestApp,
    readonly client: Client,
    readonly watched: WatchedPage,
  ) {}

  static async open(browser: TestBrowser): Promise<GoldenDashboard> {
    build();
    const set = new GoldenSet('medium');
    const app = await TestApp.start();
    const client = await app.workspace(set.settings);
    await set.load(app, client);
    return new GoldenDashboard(app, client, await signIn(browser, client));
  }

  /** What the API answers to the question behind a picture. */
  async ask<T>(path: string): Promise<T> {
    return ((await this.client.get(path)).body as { data: T }).data;
  }

  /** Fails when a page has met an error, or has asked anybody but the service. */
  async close(): Promise<void> {
    const { errors, requests } = this.watched;
    await this.app.stop();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(this.client.url))).toEqual([]);
  }
}
