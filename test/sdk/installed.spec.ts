import { readFileSync } from 'node:fs';
import { OutsideProject } from '../support/outside-project.js';
import { TestApp, type Client } from '../support/start-app.js';

const guide = readFileSync('docs/guides/sdk.md', 'utf8');

/** The contents of the guide's blocks of a language, in order. */
const blocks = (language: string): string[] =>
  Array.from(guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm))
    .filter(([, found]) => found === language)
    .map(([, , content]) => content ?? '');

const page = (apiKey: string, baseUrl: string): string => `
import { CustomersClient } from '@customers-api/sdk';
const customers = new CustomersClient(${JSON.stringify({ apiKey, baseUrl })});
const [{ status }] = await customers.track.batch([{ type: 'customer', externalId: 'user_42' }]);
console.log(status, await customers.count({}, { signal: AbortSignal.timeout(30_000) }));
`;

/** Runs page.js and what it imports in a world where there is nothing else than these. */
const BROWSER = `
import { readFileSync } from 'node:fs';
import { createContext, SourceTextModule } from 'node:vm';
const world = createContext({
  AbortController, AbortSignal, console, crypto, fetch, FormData, Headers, Request, Response,
  TextEncoder, URL, URLSearchParams, setTimeout, clearTimeout,
});
world.globalThis = world;
const modules = new Map();
function load(url) {
  const known = modules.get(url);
  if (known) return known;
  const module = new SourceTextModule(readFileSync(new URL(url), 'utf8'), { context: world, identifier: url });
  modules.set(url, module);
  return module;
}
const page = load(import.meta.resolve('./page.js'));
await page.link((name, { identifier }) =>
  load(/^\\.{1,2}\\//.test(name) ? new URL(name, identifier).href : import.meta.resolve(name)),
);
await page.evaluate();
`;

describe('the packed SDK, in a project of its own', () => {
  let app: TestApp;
  let client: Client;
  let project: OutsideProject;
  let files: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    project = await OutsideProject.create();
    files = await project.installSdk();
  }, 300_000);

  afterAll(async () => {
    await project.remove();
    await app.stop();
  });

  it('has compiled modules, their types and its papers, and nothing else', () => {
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'dist/index.js']),
    );
    const modules = files.filter((file) => /^dist\/[\w-]+\.(js|d\.ts)$/.test(file));
    expect(files.length - modules.length).toBe(3);
  });

  it('type-checks strictly, and calls every method of a live service', async () => {
    await project.write('tour.ts', readFileSync('test/sdk/tour.ts', 'utf8'));
    await project.compile();
    const settings = `${JSON.stringify(client.key)}, ${JSON.stringify(client.url)}`;
    await project.write(
      'main.js',
      `import { tour } from './tour.js';\nconsole.log(JSON.stringify(await tour(${settings})));\n`,
    );
    expect(JSON.parse(await project.print('main.js'))).toEqual({
      click: false,
      created: 'newsletter',
      updated: ['ada@example.com', { seats: 6 }],
      lead: true,
      sale: [false, true, true],
      refund: 3000,
      custom: 'Webinar',
      rejected: 'rejected',
      batch: [1_200, 1_199, 1],
      streamed: [0],
      listed: [1_200, 'person_00000', 'person_01199'],
      page: [1, 'Ada', 1_201, true],
      count: 1_200,
      got: true,
      cohorts: ['month', '2024-03', 3000],
      curves: ['month', [3000, null]],
      journey: [['click', 'lead', 'sale'], 2, 1],
      attribution: [['newsletter', 3000]],
      conversions: [['approved', 'rejected'], 'o-1'],
      recalculated: 3000,
      deleted: true,
      gone: ['NOT_FOUND', 404],
      refused: ['VALIDATION_ERROR', 400],
    });
  }, 180_000);

  it('needs nothing that browsers do not have', async () => {
    const { key, url } = await app.workspace();
    await project.write('page.js', page(key, url));
    await project.write('browser.js', BROWSER);
    const printed = await project.print('browser.js', {
      NODE_OPTIONS: '--experimental-vm-modules',
    });
    expect(printed).toBe('created 1\n');
  });

  it('runs the program that docs/guides/sdk.md is, and prints what the guide says', async () => {
    const { key, url } = await app.workspace();
    const program = blocks('ts')
      .join('\n')
      .replaceAll("'ck_…'", JSON.stringify(key))
      .replaceAll('http://127.0.0.1:3000', url);
    await project.write('guide.ts', program);
    await project.compile();
    expect(await project.print('guide.js')).toBe(blocks('text').join(''));
  }, 180_000);
});
