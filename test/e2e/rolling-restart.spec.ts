import { Agent, request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { customerIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { RunningService, build, freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';

const CALLERS = 16;
const DRAIN_MS = 400;

/** A process, and the connections that a balancer keeps to it. */
interface Instance {
  port: number;
  service: RunningService;
  agent: Agent;
  isTaken: boolean;
}

interface Outcome {
  status: number;
  /** The connection was refused, so that nothing was sent: a balancer asks the next instance. */
  isRefused: boolean;
}

describe('a rolling restart under load', () => {
  let app: TestApp;
  let client: Client;
  let instances: Instance[] = [];

  const startOn = async (port: number): Promise<RunningService> => {
    const service = new RunningService({
      PORT: String(port),
      DATABASE_URL: app.databaseUrl,
      LOG_LEVEL: 'info',
      SHUTDOWN_DRAIN_MS: String(DRAIN_MS),
    });
    await service.says('is ready');
    return service;
  };

  beforeAll(async () => {
    build();
    app = await TestApp.start();
    client = await app.workspace();
    instances = await Promise.all(
      times(2, async () => {
        const port = await freePort();
        const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
        return { port, agent, service: await startOn(port), isTaken: true };
      }),
    );
  }, 120_000);

  afterAll(async () => {
    for (const { service, agent } of instances) {
      agent.destroy();
      service.kill('SIGKILL');
    }
    await app.stop();
  });

  const post = ({ port, agent }: Instance, path: string, body?: object): Promise<Outcome> =>
    new Promise((resolve) => {
      const text = body && JSON.stringify(body);
      const sent = send(
        {
          port,
          agent,
          path,
          host: '127.0.0.1',
          method: text ? 'POST' : 'GET',
          headers: { 'x-api-key': client.key, ...(text && { 'content-type': 'application/json' }) },
        },
        (response) => {
          response.resume().on('end', () => {
            resolve({ status: response.statusCode ?? 0, isRefused: false });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        resolve({ status: 0, isRefused: error.code === 'ECONNREFUSED' });
      });
      sent.end(text);
    });

  it('loses no request', async () => {
    let isOver = false;
    let sales = 0;
    const faults: Outcome[] = [];

    /** Takes turns among the instances that are ready, as a balancer does. */
    const caller = async (i: number): Promise<void> => {
      for (let turn = i; !isOver; turn += 1) {
        const ready = instances.filter(({ isTaken }) => isTaken);
        const instance = ready[turn % ready.length];
        if (!instance) throw new Error('No instance is ready');
        const outcome = await post(instance, '/track/sale', { externalId: 'a', amount: 1 });
        if (outcome.status === 201) sales += 1;
        else if (!outcome.isRefused) faults.push(outcome);
      }
    };
    const balancer = async (): Promise<void> => {
      while (!isOver) {
        for (const instance of instances) {
          const { status } = await post(instance, '/readyz');
          instance.isTaken = status === 200;
        }
        await sleep(20);
      }
    };
    const load = Promise.all([balancer(), ...times(CALLERS, caller)]);
    for (const instance of instances) {
      await sleep(300);
      expect(await instance.service.terminate()).toBe(0);
      instance.service = await startOn(instance.port);
      while (!instance.isTaken) await sleep(10);
    }
    await sleep(300);
    isOver = true;
    await load;

    expect(faults).toEqual([]);
    expect(sales).toBeGreaterThan(50);
    expect(customerIn(await client.get('/customers/ext_a')).sales).toBe(sales);
  }, 120_000);
});
