/** A fault that one sentence explains: its message is meant for a person, its stack for nobody. */
export class EmbeddedPostgresError extends Error {
    constructor() {
        super(...arguments);
        this.name = 'EmbeddedPostgresError';
    }
}
//# sourceMappingURL=embedded-postgres.error.js.map