// Takes the pictures of docs/images/: the dashboard over the demo data of a service that is started for it.
//
//   node tools/take-pictures.mjs                    writes docs/images/
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
  try {
    for (const theme of ['light', 'dark']) await take(browser, link, theme);
  } finally {
    await browser.close();
  }
}

async function take(browser, link, colorScheme) {
  const page = await browser.newPage({
    colorScheme,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
  });
  const start = link.split('#')[0];
  const open = async (hash) => {
    await page.goto(`${start}#/${hash}`);
    await page.waitForSelector('.live-check > button:enabled');
    await page.waitForTimeout(400);
  };
  const shot = (name, target = page) =>
    target.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });

  await page.goto(link);
  await open('customers?sort=ltv');
  await shot('customers');
  await page.locator('.who a').nth(2).click();
  await page.waitForSelector('.models');
  await page.waitForTimeout(400);
  await shot('customer');
  await shot('attribution', page.locator('.card', { has: page.locator('.models') }));
  await open('cohorts?group_by=month&periods=12');
  await shot('cohorts');
  await shot('retention', page.locator('.card', { has: page.locator('.heat') }));
  await open('ltv?group_by=month&months=12');
  await shot('curves');
  await shot('lifetime-value', page.locator('.card', { has: page.locator('.curves') }));
  await open('ltv?group_by=source&months=18');
  await shot('curves-by-source');
  await page.close();
}
