import { readFileSync } from 'node:fs';
import { migrationSource, registered } from '../../apps/cli/src/new-migration.js';
import { runCli } from '../support/run-cli.js';
import { TestApp } from '../support/start-app.js';

const LIST = 'libs/platform/src/database/data-source.ts';

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
    for (const option of [[], ['--revert'], ['--revert'], [], []]) {
      const { stdout } = await runCli(app, ['migrate', ...option]);
      said.push(stdout.replace(/InitialSchema\d+/, 'NAME'));
    }
    expect(said).toEqual([
      'The database has every migration.',
      'Took back NAME.',
      'No migration is applied.',
      'Applied NAME.',
      'The database has every migration.',
    ]);
  });

  it('is done by every other command, unless MIGRATE_ON_START is off', async () => {
    await runCli(app, ['migrate', '--revert']);
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
    expect(added).toEqual([
      "import { AddPhone1 } from './migrations/1-add-phone.js';",
      "import { AddFax2 } from './migrations/2-add-fax.js';",
      expect.stringMatching(/^const migrations = \[InitialSchema\d+, AddPhone1, AddFax2\];$/),
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
