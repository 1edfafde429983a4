import { Failure } from './failure.js';
import { JSON_OPTION } from './shell.js';
export function addMigrateCommand(program, shell) {
    program
        .command('migrate')
        .description('apply the migrations that the database does not have yet')
        .option('--revert', 'take back the newest migration, with the data that it made room for')
        .option('--new <name>', 'write a migration for what the entities have and the migrations lack')
        .option(...JSON_OPTION)
        .addHelpText('after', `
A start of the server and every other command migrate by themselves, unless
MIGRATE_ON_START=off.

Examples:
  $ npm run migrate
  $ npm run migrate:revert
  $ npm run migrate:new -- add-customer-phone`)
        .action((options) => {
        if (options.revert && options.new !== undefined) {
            throw new Failure('Give --revert or --new, not both.');
        }
        if (options.new !== undefined)
            return create(shell, options.new, options);
        return options.revert ? revert(shell, options) : apply(shell, options);
    });
}
async function apply(shell, { json }) {
    const { applyMigrations } = await import('./migrations.js');
    const applied = await applyMigrations(shell);
    if (json)
        shell.output.answer(JSON.stringify({ applied }));
    else if (applied.length === 0)
        shell.output.answer('The database has every migration.');
    else
        for (const name of applied)
            shell.output.answer(`Applied ${name}.`);
}
async function revert(shell, { json }) {
    const { takeBackMigration } = await import('./migrations.js');
    const reverted = await takeBackMigration(shell);
    if (json)
        shell.output.answer(JSON.stringify({ reverted: reverted ?? null }));
    else
        shell.output.answer(reverted ? `Took back ${reverted}.` : 'No migration is applied.');
}
async function create(shell, name, { json }) {
    const { newMigration } = await import('./new-migration.js');
    const file = await newMigration(shell.output, name);
    if (json)
        shell.output.answer(JSON.stringify({ file: file ?? null }));
    else
        shell.output.answer(file ? `Wrote ${file}.` : 'The migrations make what the entities declare.');
}
//# sourceMappingURL=migrate.js.map