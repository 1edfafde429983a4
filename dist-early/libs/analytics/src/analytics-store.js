/** One statement of a question: its SQL for each store, and the type of a row of its answer. */
export class Select {
    constructor(name, sql) {
        this.name = name;
        this.sql = sql;
    }
}
/** The one port of the analytics: a store that can be asked. */
export class AnalyticsStore {
}
//# sourceMappingURL=analytics-store.js.map