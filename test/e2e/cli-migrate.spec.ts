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

  /** Takes back all migrations; answers what was said, newest first. */
  const takeBackAll = async (): Promise<string[]> => {
    const said: string[] = [];
    while (said.at(-1) !== 'No migration is applied.') {
      said.push((await runCli(app, ['migrate', '--revert'])).stdout);
    }
    return said.slice(0, -1);
  };

  it('takes back each migration, and applies them all again', async () => {
    const nothingToDo = 'The database has every migration.';
    expect((await runCli(app, ['migrate'])).stdout).toBe(nothingToDo);
    const said = await takeBackAll();
    expect(said.at(-1)).toBe('Took back InitialSchema1700000000000.');
    expect(said.length).toBeGreaterThan(3);
    const { stdout } = await runCli(app, ['migrate']);
    const applied = said.map((line) => line.replace('Took back', 'Applied')).reverse();
    expect(stdout.split('\n')).toEqual(applied);
    expect((await runCli(app, ['migrate'])).stdout).toBe(nothingToDo);
  });

  it('is done by every other command, unless MIGRATE_ON_START is off', async () => {
    await takeBackAll();
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
