import { MigrationExecutor } from 'typeorm';
import { underLock } from './advisory-lock.js';
/** Two instances that start at once must not both migrate: the second waits and finds nothing to do. */
const MIGRATION_LOCK = 7_204_611;
/** Applies what is not applied yet; answers the names of what it applied. */
export const migrate = (dataSource) => underLock(dataSource, MIGRATION_LOCK, async (patient) => {
    const applied = await patient.runMigrations();
    return applied.map((migration) => migration.name);
});
/** Takes back the newest migration; answers its name, or undefined when none is applied. */
export const revertMigration = (dataSource) => underLock(dataSource, MIGRATION_LOCK, async (patient) => {
    const applied = await new MigrationExecutor(patient).getExecutedMigrations();
    const [newest] = applied.sort((a, b) => b.timestamp - a.timestamp);
    if (newest)
        await patient.undoLastMigration();
    return newest?.name;
});
//# sourceMappingURL=migrate.js.map