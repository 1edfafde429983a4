import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { OutsideProject } from '../support/outside-project.js';
import { TestApp, type Client } from '../support/start-app.js';

const GENERATOR = path.resolve('node_modules/@hey-api/openapi-ts/bin/run.js');

/** What a user of the generated client writes. */
const program = ({ key, url }: Client): string => `
import { createClient } from './generated/client/index.js';
import { customersCohorts, customersGet, trackSale } from './generated/index.js';

const client = createClient({
  baseUrl: ${JSON.stringify(url)},
  headers: { 'X-API-Key': ${JSON.stringify(key)} },
});

const sale = await trackSale({ client, body: { externalId: 'user_42', amount: 4200 }, throwOnError: true });
const id: string | null = sale.data.data.customerId;
const customer = await customersGet({ client, path: { id: id ?? '' }, throwOnError: true });
const ltv: number = customer.data.data.ltv;
const cohorts = await customersCohorts({ client, query: { group_by: 'month' }, throwOnError: true });
const revenue: number = cohorts.data.data.totals.revenue;
const nobody = await customersGet({ client, path: { id: 'ext_nobody' } });
console.log(sale.response.status, ltv, revenue, nobody.error?.error.code);
`;

describe('a client that somebody else generates from docs/openapi.json', () => {
  let app: TestApp;
  let project: OutsideProject;

  beforeAll(async () => {
    app = await TestApp.start();
    // Stricter than `strict`, and more than the generator's own code takes.
    project = await OutsideProject.create({ exactOptionalPropertyTypes: false });
  });

  afterAll(async () => {
    await project.remove();
    await app.stop();
  });

  it('type-checks strictly, and works', async () => {
    const output = path.join(project.folder, 'generated');
    const options = ['--input', path.resolve('docs/openapi.json'), '--output', output];
    await promisify(execFile)(
      process.execPath,
      [GENERATOR, ...options, '--client', '@hey-api/client-fetch', '--no-log-file'],
      { cwd: project.folder },
    );
    await project.write('main.ts', program(await app.workspace()));
    await project.compile();
    expect(await project.print('main.js')).toBe('201 4200 4200 NOT_FOUND\n');
  }, 180_000);
});
