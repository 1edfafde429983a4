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
import { findCustomer, parseCustomerRef } from "../../../customers/src/index.js";
import { LATEST_INSTANT, Database, ValidationFailed, checkPaging, decodeCursor, encodeCursor, rangeOf, toPage, windowOf, } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { countSql, pageSql } from '../conversion-list.store.js';
import { toConversionDto } from '../conversion-view.js';
/** A page of a workspace's conversions. Throws `ValidationFailed`. */
export class ListConversions extends Query {
    constructor(workspace, params) {
        super();
        this.workspace = workspace;
        this.params = params;
        checkPaging(params);
        const { type, status, orderId, customerId, stitched } = params;
        const range = rangeOf(params, workspace.timezone);
        this.filter = {
            workspaceId: workspace.id,
            type,
            status,
            orderId,
            customerId,
            stitched,
            range,
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { filter: { required: true, type: () => Object } };
    }
}
let ListConversionsHandler = class ListConversionsHandler {
    constructor(database) {
        this.database = database;
    }
    async execute(query) {
        const { workspace, params, filter } = query;
        const { cursor, sortOrder } = params;
        const resolved = { ...filter, customerId: await this.customerId(filter) };
        const [counted] = await this.database.query(countSql(resolved));
        const rows = await this.database.query(pageSql(resolved, sortOrder, {
            ...windowOf(params),
            after: cursor === undefined ? undefined : positionOf(cursor, query),
        }));
        const total = { total: counted?.count ?? 0, totalCapped: false };
        return toPage(rows, params, total, {
            toItem: (conversion) => toConversionDto(conversion, workspace.currency),
            toCursor: (last) => cursorOf(last, query),
        });
    }
    /** A customer that does not exist has no conversions; a deleted one keeps those that it had. */
    async customerId({ workspaceId, customerId, }) {
        if (customerId === undefined)
            return undefined;
        const ref = parseCustomerRef(customerId);
        if (ref && 'id' in ref)
            return ref.id;
        return (await findCustomer(this.database, workspaceId, customerId))?.id ?? '';
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
ListConversionsHandler = __decorate([
    QueryHandler(ListConversions),
    __metadata("design:paramtypes", [Database])
], ListConversionsHandler);
export { ListConversionsHandler };
/** A cursor goes on with the list that it was given for, and with no other. */
function questionOf({ workspace, params }) {
    const { sortOrder, type, status, orderId, customerId, stitched, start, end } = params;
    const filters = [sortOrder, type, status, orderId, customerId, stitched, start, end];
    return JSON.stringify(['conversions', workspace.id, ...filters]);
}
const cursorOf = ({ occurredAt, id }, query) => encodeCursor(questionOf(query), [occurredAt.getTime(), id]);
function positionOf(cursor, query) {
    const [time, id] = decodeCursor(questionOf(query), cursor, 2);
    if (typeof time !== 'number' || typeof id !== 'string' || time > LATEST_INSTANT) {
        throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
    }
    return { occurredAt: new Date(time), id };
}
//# sourceMappingURL=list-conversions.query.js.map