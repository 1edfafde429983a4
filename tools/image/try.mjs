// Runs an image that was built into a folder, and fails for whatever an operator would trip over.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, lstatSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

export async function tryImage(image, databaseUrl) {
  const place = path.join(image.folder, image.workdir);
  const before = takeWritingAway(image.folder);
  console.log(`${before.length} files, ${sizeOf(before)} MB.`);
  const port = await freePort();
  const environment = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    ALLOW_UNSAFE_DATABASE: 'on',
  };
  const run = (command, env) => runAs(image, place, command, env);

  const without = run(image.command, { PORT: String(port) });
  assert.equal(without.status, 1, without.stderr);
  assert.match(without.stderr, /set DATABASE_URL/);
  console.log(`Without DATABASE_URL it ends with 1: ${without.stderr.trim()}`);
  assert.equal(run(image.healthCheck, environment).status, 1, 'healthy before it runs');

  const [program, ...args] = image.command;
  const service = spawn(program, args, {
    ...optionsOf(image, place, environment),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(service, 'exit');
  try {
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/readyz`, service);
    for (const route of ['/livez', '/readyz', '/openapi.json', '/docs']) {
      const { status } = await fetch(url + route);
      assert.equal(status, 200, route);
      console.log(`GET ${route} answers ${status}.`);
    }
    assert.equal(run(image.healthCheck, environment).status, 0, 'not healthy while it runs');
    console.log('The health check ends with 0.');
    await useCommandLine(run, environment, url);
  } finally {
    service.kill('SIGTERM');
  }
  const [code] = await ended;
  assert.equal(code, 0, 'it did not end in good order');
  assert.deepEqual(filesIn(image.folder), before, 'it wrote into the image');
  console.log('SIGTERM ends it with 0, and it has written nothing.');
}

async function useCommandLine(run, environment, url) {
  const cli = (...words) => {
    const command = ['node', 'dist/apps/cli/src/main.js', ...words];
    const { status, stdout, stderr } = run(command, environment);
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  cli('migrate');
  cli('workspace', 'create', '--slug', 'acme');
  const key = cli('key', 'create', '--workspace', 'acme');
  const answer = await fetch(`${url}/customers/count`, { headers: { 'x-api-key': key } });
  assert.equal(answer.status, 200);
  console.log(`The command line makes a key, and the key counts: ${await answer.text()}`);
}

/** As in a container: nothing is inherited but what finds the programs. */
function optionsOf(image, cwd, environment) {
  const [uid, gid] = (image.user ?? '').split(':').map(Number);
  assert.ok(uid > 0 && gid > 0, 'the user has to be given by number, and must not be root');
  // Only root can become another user; everybody else tries it as what they are.
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const { PATH } = process.env;
  return { cwd, env: { PATH, ...image.environment, ...environment }, ...account };
}

function runAs(image, cwd, [program, ...args], environment) {
  return spawnSync(program, args, {
    ...optionsOf(image, cwd, environment),
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
}

async function answers(url, service) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    assert.equal(service.exitCode, null, 'it ended by itself');
    const isThere = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isThere) return;
    assert.ok(performance.now() < deadline, `${url} does not answer`);
    await sleep(100);
  }
}

/** Whoever owns the files: like a read-only file system, for all but root. Answers what is there. */
function takeWritingAway(folder) {
  const files = filesIn(folder);
  chmodSync(folder, 0o555);
  for (const { name, isLink, mode } of files) {
    if (!isLink) chmodSync(path.join(folder, name), (mode | 0o444) & 0o555);
  }
  return filesIn(folder);
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .sort()
    .map((name) => {
      const { mode, size, mtimeMs, isLink } = statOf(path.join(folder, name));
      return { name, mode, size, mtimeMs, isLink };
    });

function statOf(file) {
  const stat = lstatSync(file);
  return {
    mode: stat.mode & 0o777,
    size: stat.size,
    mtimeMs: stat.mtimeMs,
    isLink: stat.isSymbolicLink(),
  };
}

const sizeOf = (files) => Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
