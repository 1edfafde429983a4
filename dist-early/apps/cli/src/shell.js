/** The option that every command has. */
export const JSON_OPTION = ['--json', 'answer with JSON, for machines'];
/**
 * Runs `work` with the buses on the configured database, and leaves the database as it was found.
 * Loaded only now: `--help` need not wait for Nest.
 */
export async function withService(shell, work) {
    const { runService } = await import('./service.js');
    return runService(shell.environment, shell.output, work);
}
//# sourceMappingURL=shell.js.map