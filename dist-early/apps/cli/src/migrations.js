import 'reflect-metadata';
import { Env, migrate, openDatabase, revertMigration } from "../../../libs/platform/src/index.js";
import { DataSource } from 'typeorm';
import { ormOptions } from '../../../ormconfig.js';
export const applyMigrations = (shell) => onDatabase(shell, migrate);
export const takeBackMigration = (shell) => onDatabase(shell, revertMigration);
async function onDatabase({ output, environment }, work) {
    const database = await openDatabase(Env.read(environment), output.say);
    try {
        return await withDataSource(database.env.DATABASE_URL, work);
    }
    finally {
        await database.close();
    }
}
/** A connection with every entity and without time-outs. */
export async function withDataSource(url, work) {
    const dataSource = new DataSource(ormOptions({ url, poolSize: 2, statementTimeoutMs: 0 }));
    await dataSource.initialize();
    try {
        return await work(dataSource);
    }
    finally {
        await dataSource.destroy();
    }
}
//# sourceMappingURL=migrations.js.map