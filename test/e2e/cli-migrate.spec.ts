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
    const back = ['--revert'];
    for (const option of [[], back, back, back, back, [], []]) {
      const { stdout } = await runCli(app, ['migrate', ...option]);
      said.push(stdout.replaceAll(/(\w+?)\d{13}/g, '$1'));
    }
    expect(said).toEqual([
      'The database has every migration.',
      'Took back Lists.',
      'Took back Rollups.',
      'Took back InitialSchema.',
      'No migration is applied.',
      'Applied InitialSchema.\nApplied Rollups.\nApplied Lists.',
      'The database has every migration.',
    ]);
  });

  it('is done by every other command, unless MIGRATE_ON_START is off', async () => {
    for (let i = 0; i < 3; i += 1) await runCli(app, ['migrate', '--revert']);
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
