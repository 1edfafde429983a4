import { migrate, startEmbeddedPostgres } from "../../../libs/platform/src/index.js";
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.js';
import { withDataSource } from './migrations.js';
import { packageRoot } from './project.js';
const FOLDER = 'libs/platform/src/database';
/**
 * Writes and registers a migration of what the entities have and the migrations lack; answers its
 * path, or undefined when there is no difference.
 */
export async function newMigration(output, name) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
        throw new Failure('A migration is named in kebab-case, such as add-customer-phone.');
    }
    const folder = path.join(packageRoot(), FOLDER);
    const list = path.join(folder, 'data-source.ts');
    if (!existsSync(list))
        throw new Failure(`There are no sources in ${folder}.`);
    const difference = await differenceOnScratch(output);
    if (difference.up.length === 0)
        return undefined;
    const timestamp = Date.now();
    const file = `migrations/${String(timestamp)}-${name}`;
    const className = classNameOf(name, timestamp);
    writeFileSync(list, registered(readFileSync(list, 'utf8'), className, `./${file}.js`));
    writeFileSync(path.join(folder, `${file}.ts`), migrationSource(className, difference));
    return `${FOLDER}/${file}.ts`;
}
/** Compared on a throw-away server: a developer's own database may be ahead or behind. */
async function differenceOnScratch(output) {
    output.say('Comparing the entities with the migrations on a temporary PostgreSQL.');
    const postgres = await startEmbeddedPostgres({
        dataDir: '.data',
        database: 'scratch',
        ephemeral: true,
    });
    try {
        return await withDataSource(postgres.url, async (dataSource) => {
            await migrate(dataSource);
            const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
            return {
                up: upQueries.map(({ query }) => query),
                down: downQueries.map(({ query }) => query).reverse(),
            };
        });
    }
    finally {
        await postgres.stop();
    }
}
function classNameOf(name, timestamp) {
    const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    return words.join('') + String(timestamp);
}
const template = (queries) => queries.map((query) => `${query.replace(/[\\`$]/g, '\\$&')};\n`).join('');
export const migrationSource = (className, { up, down }) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = \`
${template(up)}\`;

const DOWN = \`
${template(down)}\`;

export class ${className} implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
`;
const IMPORTS = /^(import \{ \w+ \} from '\.\/migrations\/[^']+';\n)(?!import \{ \w+ \} from '\.\/migrations\/)/m;
const LIST = /^const migrations = \[([^\]]*)\];$/m;
/** The source of the list of migrations with one more at its end. */
export function registered(source, className, file) {
    if (!IMPORTS.test(source) || !LIST.test(source)) {
        throw new Failure(`The list of migrations in ${FOLDER}/data-source.ts is not as it was.`);
    }
    return source
        .replace(IMPORTS, `$1import { ${className} } from '${file}';\n`)
        .replace(LIST, (_list, names) => listOf([...names.split(','), className]));
}
function listOf(names) {
    const all = names.map((name) => name.trim()).filter((name) => name !== '');
    const line = `const migrations = [${all.join(', ')}];`;
    if (line.length <= 100)
        return line;
    return `const migrations = [\n${all.map((name) => `  ${name},\n`).join('')}];`;
}
//# sourceMappingURL=new-migration.js.map