import { readFileSync } from 'node:fs';
import { OutsideProject } from '../support/outside-project.js';
import { plainNatsClient } from '../support/messages.js';
import { TestApp } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

const guide = readFileSync('docs/guides/from-another-service.md', 'utf8');

/** The guide's files by their names. */
const files = new Map(
  Array.from(guide.matchAll(/^```\w+ title="([\w.-]+)"\n([\s\S]*?)^```$/gm)).map(
    ([, name = '', content = '']) => [name, content],
  ),
);

describeWithServer('nats-server', 'docs/guides/from-another-service.md', (server) => {
  let app: TestApp;
  let project: OutsideProject;
  let environment: Record<string, string>;

  beforeAll(async () => {
    app = await TestApp.start({ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: server.url });
    const client = await app.workspace();
    environment = { CUSTOMERS_API_KEY: client.key, NATS_URL: server.url };
    project = await OutsideProject.create({
      types: ['node'],
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      skipLibCheck: true,
    });
    await project.borrowPackages();
    for (const [name, content] of files) await project.write(name, content);
    await project.compile();
    const messages = await plainNatsClient(server.url);
    while (!(await messages.send('customers.count', {}).catch(() => undefined)));
    await messages.close();
  }, 120_000);

  afterAll(async () => {
    await project.remove();
    await app.stop();
  });

  it('has a Nest module, a plain client and one in Python, which all see the same sale', async () => {
    expect(await project.print('main.js', environment)).toBe('4200\n');
    expect(await project.print('plain.js', environment)).toBe('4200\n');
    expect(await project.print('ask.py', environment, 'python3')).toBe('4200\n');
  });
});
