// Takes the pictures of docs/images/: the dashboard over the demo data of a service that is started for it.
//
//   node tools/take-pictures.mjs                    writes docs/images/, after npm run build
//   node tools/take-pictures.mjs URL KEY FOLDER     of a service that runs already, into another folder
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const [url, key, folder = path.join(root, 'docs/images')] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

if (url && key) await takeAll(`${url}/#key=${key}`);
else await withDemo(takeAll);

/** Starts the service with its demo in a folder of its own; the link is the one that it prints. */
async function withDemo(work) {
  const data = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  // As root, PostgreSQL runs as a user who has to get in.
  chmodSync(data, 0o755);
  const service = spawn(process.execPath, [path.join(root, 'dist/apps/api/src/main.js')], {
    env: { ...process.env, DATA_DIR: data, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => service.once('close', resolve));
  try {
    let out = '';
    for await (const text of service.stdout) {
      out += text;
      if (out.includes('Ctrl-C stops it.')) break;
    }
    const link = /\S+#key=\S+/.exec(out)?.[0];
    if (!link) throw new Error(`The service printed no link: ${out}`);
    await work(link);
  } finally {
    service.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function takeAll(link) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const [start, key] = link.split('/#key=');
  try {
    const light = await signIn(browser, link, 'light');
    await light.open('cohorts?group_by=source');
    await light.shot('cohorts', light.card('Customers by source'));
    await light.open('cohorts?group_by=month&periods=12');
    await light.shot('retention', light.card('Retention'));
    await light.open('ltv?group_by=month&months=12');
    await light.shot('curves', light.card('Lifetime value, month by month'));
    await light.open(`customers/${await tellingCustomer(start, key)}`);
    await light.shot('attribution', light.card('Attribution'));
    await light.shot('dashboard-customer');
    const dark = await signIn(browser, link, 'dark');
    await dark.open('ltv?group_by=month&months=12');
    await dark.shot('dashboard-lifetime-value');
  } finally {
    await browser.close();
  }
}

async function signIn(browser, link, colorScheme) {
  const page = await browser.newPage({
    colorScheme,
    locale: 'en-US',
    viewport: { width: 1280, height: 820 },
  });
  await page.goto(link);
  await page.waitForSelector('.who');
  return {
    card: (title) =>
      page.locator('section.card', { has: page.getByRole('heading', { name: title }) }),
    open: async (hash) => {
      await page.goto(`${link.split('#')[0]}#/${hash}`);
      await page.waitForSelector('.live-check > button:enabled');
      await page.waitForTimeout(800);
    },
    shot: async (name, target) => {
      // The page's header would lie on a card that has to be scrolled.
      await page.setViewportSize({ width: 1280, height: target ? 1400 : 820 });
      await page.waitForTimeout(300);
      await (target ?? page).screenshot({ path: path.join(folder, `${name}.png`) });
    },
  };
}

/** Somebody whom several campaigns have brought something, so that the models differ. */
async function tellingCustomer(start, key) {
  const ask = async (route) => {
    const response = await fetch(`${start}${route}`, { headers: { 'x-api-key': key } });
    return (await response.json()).data;
  };
  let best = { score: -1 };
  for (const { id, ltv } of await ask('/customers?limit=100&sortBy=ltv')) {
    const { models } = await ask(`/customers/${id}/attribution`);
    const named = models.linear.filter(({ campaignId }) => campaignId !== null);
    const share = named.reduce((sum, { revenue }) => sum + revenue, 0) / ltv;
    const score = new Set(named.map(({ campaignId }) => campaignId)).size * share;
    if (score > best.score) best = { id, score };
  }
  return best.id;
}
