var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { LATEST_INSTANT, Database, ValidationFailed, checkPaging, decodeCursor, encodeCursor, toPage, windowOf, } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { countSql, pageSql } from '../customer-list.store.js';
import { toCustomerDto } from '../customer.store.js';
/** A search is counted no further than this. */
const TOTAL_CAP = 10_000;
/** A page of a workspace's customers. Throws `ValidationFailed` for a cursor of another list. */
export class ListCustomers extends Query {
    constructor(workspace, params) {
        super();
        this.workspace = workspace;
        this.params = params;
        checkPaging(params);
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let ListCustomersHandler = class ListCustomersHandler {
    constructor(database) {
        this.database = database;
    }
    async execute(query) {
        const { workspace, params } = query;
        const { cursor, search } = params;
        const filter = { workspaceId: workspace.id, search };
        const total = await this.count(filter);
        const rows = await this.database.query(pageSql(filter, params, {
            ...windowOf(params),
            after: cursor === undefined ? undefined : positionOf(cursor, query),
        }));
        return toPage(rows, params, total, {
            toItem: (row) => toCustomerDto(row, workspace.currency),
            toCursor: (last) => cursorOf(last, query),
        });
    }
    async count(filter) {
        const cap = filter.search === undefined ? undefined : TOTAL_CAP + 1;
        const [row] = await this.database.query(countSql(filter, cap));
        const count = row?.count ?? 0;
        const totalCapped = cap !== undefined && count > TOTAL_CAP;
        return { total: totalCapped ? TOTAL_CAP : count, totalCapped };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
ListCustomersHandler = __decorate([
    QueryHandler(ListCustomers),
    __metadata("design:paramtypes", [Database])
], ListCustomersHandler);
export { ListCustomersHandler };
/** A cursor goes on with the list that it was given for, and with no other. */
const questionOf = ({ workspace, params }) => JSON.stringify(['customers', workspace.id, params.sortBy, params.sortOrder, params.search]);
function cursorOf(last, query) {
    const value = last[query.params.sortBy];
    return encodeCursor(questionOf(query), [
        value instanceof Date ? value.getTime() : value,
        last.id,
    ]);
}
function positionOf(cursor, query) {
    const { params } = query;
    const [value, id] = decodeCursor(questionOf(query), cursor, 2);
    const isNull = value === null && params.sortBy === 'lastActivityAt';
    const isNumber = typeof value === 'number' && (params.sortBy === 'ltv' || value <= LATEST_INSTANT);
    if (typeof id !== 'string' || (!isNull && !isNumber)) {
        throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
    }
    if (!isNumber)
        return { value: null, id };
    return { value: params.sortBy === 'ltv' ? value : new Date(value), id };
}
//# sourceMappingURL=list-customers.query.js.map