import { DataSource } from 'typeorm';
import { ormOptions } from '../../ormconfig.js';
import { TEMPLATE } from '../support/start-postgres.js';

describe('the schema', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    const url = new URL(process.env['TEST_POSTGRES_SERVER'] ?? '');
    url.pathname = TEMPLATE;
    dataSource = new DataSource(
      ormOptions({ url: url.href, poolSize: 2, statementTimeoutMs: 30_000 }),
    );
    await dataSource.initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
  });

  it('is in the migrations as the entities declare it', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
