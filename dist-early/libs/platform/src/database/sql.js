/** The values that a text binds, as it grows. */
export class Binding {
    constructor() {
        this.values = [];
    }
    /** Binds a value; answers its placeholder. */
    add(value) {
        this.values.push(value);
        return `$${String(this.values.length)}`;
    }
}
//# sourceMappingURL=sql.js.map