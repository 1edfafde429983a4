import { postgresOptions } from '@app/platform';
import { readFileSync } from 'node:fs';
import { migrationSource, registered } from '../../apps/cli/src/new-migration.js';
import { runCli } from '../support/run-cli.js';
import { TestApp } from '../support/start-app.js';

const LIST = 'libs/platform/src/database/data-source.ts';

/** Every migration's name without its time, oldest first. */
const { migrations } = postgresOptions({ url: 'postgres://x', poolSize: 1, statementTimeoutMs: 0 });
const NAMES = (migrations as { name: string }[]).map(({ name }) => name.replace(/\d{13}$/, ''));

describe('migrate', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(async () => {
    await app.stop();
  });

  it('takes the newest migration back and applies it again', async () => {
    const said: string[] = [];
    const back = NAMES.map(() => ['--revert']);
    for (const option of [[], ...back, ['--revert'], [], []]) {
      const { stdout } = await runCli(app, ['migrate', ...option]);
      said.push(stdout.replaceAll(/(\w+?)\d{13}/g, '$1'));
    }
    expect(said).toEqual([
      'The database has every migration.',
      ...NAMES.toReversed().map((name) => `Took back ${name}.`),
      'No migration is applied.',
      NAMES.map((name) => `Applied ${name}.`).join('\n'),
      'The database has every migration.',
    ]);
  });

  it('is done by every other command, unless MIGRATE_ON_START is off', async () => {
    for (const _name of NAMES) await runCli(app, ['migrate', '--revert']);
    const environment = { MIGRATE_ON_START: 'off' };
    const { exitCode, stderr } = await runCli(app, ['workspace', 'list'], { environment });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        'error: The database is not migrated: run npm run migrate, or leave MIGRATE_ON_START on.',
    });
    expect((await runCli(app, ['workspace', 'list', '--json'])).stdout).toBe('[]');
  });

  it.each([[['--new', 'Add Phone']], [['--new', 'add-phone', '--revert']]])(
    'refuses %j in one line',
    async (options) => {
      const { exitCode, stderr } = await runCli(app, ['migrate', ...options]);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: [^\n]+$/);
    },
  );

  it('adds a new migration to the end of the list', () => {
    const source = readFileSync(LIST, 'utf8');
    const once = registered(source, 'AddPhone1', './migrations/1-add-phone.js');
    const twice = registered(once, 'AddFax2', './migrations/2-add-fax.js');
    const added = twice.split('\n').filter((line) => !source.split('\n').includes(line));
    expect(added.filter((line) => line.includes('Add'))).toEqual([
      "import { AddPhone1 } from './migrations/1-add-phone.js';",
      "import { AddFax2 } from './migrations/2-add-fax.js';",
      expect.stringMatching(/^ {2}AddPhone1,$/),
      expect.stringMatching(/^ {2}AddFax2,$/),
    ]);
  });

  it('writes SQL with backticks and dollars as it is', () => {
    const source = migrationSource('AddPhone1', {
      up: ["alter table customers add phone text default '`${x}\\'"],
      down: ['alter table customers drop column phone'],
    });
    expect(source).toContain("default '\\`\\${x}\\\\';\n");
    expect(source).toContain('drop column phone;\n`');
  });
});
