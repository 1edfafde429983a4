import { createLogger, migrate } from "../../../../libs/platform/src/index.js";
import { DataSource } from 'typeorm';
/** Applies the migrations that are missing, if that is wanted; answers whether all are applied. */
export async function prepareSchema(app, env) {
    const dataSource = app.get(DataSource);
    if (env.MIGRATE_ON_START) {
        await migrate(dataSource);
        return true;
    }
    const areMissing = await dataSource.showMigrations();
    if (areMissing) {
        createLogger(env.LOG_LEVEL).warn('Migrations are missing: /readyz answers 503 until npm run migrate has applied them.');
    }
    return !areMissing;
}
//# sourceMappingURL=prepare-schema.js.map