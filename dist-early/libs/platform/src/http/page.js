/** A page of a list: becomes `data` and `pagination` of the envelope. */
export class Page {
    constructor(data, pagination) {
        this.data = data;
        this.pagination = pagination;
    }
}
/** A stored record: 201 when it is new, 200 when it was there. */
export class Recorded {
    constructor(record, created) {
        this.record = record;
        this.created = created;
    }
}
/** A whole answer as text, envelope included: sent as it is, past serialisation. */
export class RawAnswer {
    constructor(json) {
        this.json = json;
    }
}
//# sourceMappingURL=page.js.map