import { Database } from '@app/platform';
import { BackgroundWork } from '../../apps/api/src/background-work.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { expectDocumented } from '../support/openapi.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { isFull, randomOf, tell } from './chaos.js';
import { COMMANDS, prepare, type SentCommand } from './commands.js';
import { FAILURES, FailingQuery, nameOf, type Failure } from './failing-query.js';
import { WorkspaceDump, comparable } from './workspace-dump.js';

const MOST_STATEMENTS = 60;

/** A workspace that a command is about to be sent to. */
interface Scene {
  client: Client;
  saleId: string;
  before: string[];
}

describe('a command of which a statement fails', () => {
  const hook = new FailingQuery();
  const random = randomOf(2);
  const counts = { statements: 0, failures: 0, stored: 0 };
  const statuses = new Map<number, number>();
  let app: TestApp;
  let dump: WorkspaceDump;

  beforeAll(async () => {
    hook.install();
    app = await TestApp.start({ ROLLUP_FOLD_MS: '0', DATABASE_POOL_SIZE: '6' });
    // Only what a command sends is to be counted.
    await app.nest.get(BackgroundWork).beforeApplicationShutdown();
    dump = new WorkspaceDump(app.databaseUrl);
    await dump.open();
  });

  afterAll(async () => {
    tell('failing statements', {
      ...counts,
      answers: [...statuses]
        .map(([status, count]) => `${String(count)} x ${String(status)}`)
        .join('/'),
    });
    hook.remove();
    await dump.close();
    await app.stop();
  });

  async function scene(): Promise<Scene> {
    const client = await app.workspace();
    const { saleId } = await prepare(client);
    return { client, saleId, before: await dump.of(client.workspace.id) };
  }

  function send({ client, saleId }: Scene, command: SentCommand, key?: string): Promise<Answer> {
    const { method, path, id, body } = command;
    const url = path.replace('{id}', id === 'the sale' ? saleId : (id ?? ''));
    return client.call(method, url, {
      ...(body && { body }),
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  }

  /** What is stored when nothing fails. */
  async function afterwards(command: SentCommand, key?: string): Promise<string[]> {
    const undisturbed = await scene();
    expect((await send(undisturbed, command, key)).status).toBeLessThan(300);
    return comparable(await dump.of(undisturbed.client.workspace.id));
  }

  /** Fails the n-th statement; answers the scene when it is as it was, and can be used again. */
  async function disturb(
    current: Scene,
    command: SentCommand,
    after: string[],
    { n, failure, key }: { n: number; failure: Failure; key: string | undefined },
  ): Promise<{ isReached: boolean; next: Scene | undefined }> {
    hook.arm(n, failure);
    const answer = await send(current, command, key);
    const isReached = !hook.disarm();
    expectDocumented(command.method, command.path, answer);
    const { busy, waiting } = app.nest.get(Database).load();
    expect({ busy, waiting }).toEqual({ busy: 0, waiting: 0 });
    const rows = await dump.of(current.client.workspace.id);
    const isUntouched = JSON.stringify(rows) === JSON.stringify(current.before);
    if (!isUntouched) expect(comparable(rows)).toEqual(after);
    if (answer.status < 300) expect(comparable(rows)).toEqual(after);
    if (isReached) {
      counts.failures += 1;
      counts.stored += Number(!isUntouched);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
    if (!isReached || isUntouched) return { isReached, next: isUntouched ? current : undefined };
    await expectHealthy(app, current.client.workspace);
    // Sent once more, as a caller does who was not told: nothing happens twice.
    const again = await send(current, command, key);
    expect(again.status).toBeLessThan(command.method === 'DELETE' ? 405 : 300);
    if (key !== undefined || 'orderId' in (command.body ?? {}) || answer.status >= 500) {
      expect(comparable(await dump.of(current.client.workspace.id)).length).toBe(after.length);
    }
    return { isReached, next: undefined };
  }

  const kinds = Object.entries(COMMANDS).flatMap(([name, command]) =>
    command.method === 'DELETE'
      ? [{ name, command, key: undefined }]
      : [
          { name, command, key: undefined },
          { name: `${name} with an Idempotency-Key`, command, key: 'key' },
        ],
  );

  it.each(kinds)(
    'leaves all or nothing: $name',
    async ({ name, command, key }) => {
      const after = await afterwards(command, key);
      let current: Scene | undefined;
      let n = 1;
      for (let isReached = true; isReached; n += 1) {
        expect(n).toBeLessThan(MOST_STATEMENTS);
        for (const failure of isFull ? FAILURES : [random.pick(FAILURES)]) {
          current ??= await scene();
          const step = { n, failure, key };
          const done = await disturb(current, command, after, step).catch((error: unknown) => {
            throw new Error(`${name}, statement ${String(n)}, ${nameOf(failure)}`, {
              cause: error,
            });
          });
          current = done.next;
          isReached = done.isReached;
          if (!isReached) break;
        }
      }
      counts.statements += n - 2;
      const last = await scene();
      expect((await send(last, command, key)).status).toBeLessThan(300);
      await expectHealthy(app, last.client.workspace);
    },
    240_000,
  );
});
