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
import { AnalyticsStore, JOURNEY_EVENT_TYPES, journey, journeySummary, } from "../../../analytics/src/index.js";
import { LATEST_INSTANT, ValidationFailed, decodeCursor, encodeCursor, latest, rangeOf, toWire, } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
/** The journey of a live customer. Throws `ValidationFailed`. */
export class GetJourney extends Query {
    constructor(workspace, 
    /** `cus_…`, known to exist. */
    customerId, params) {
        super();
        this.workspace = workspace;
        this.customerId = customerId;
        this.params = params;
        this.range = rangeOf(params, workspace.timezone);
        this.after = params.cursor && !params.summary ? this.placeOf(params.cursor) : null;
    }
    cursorOf({ occurredAt, type, id }) {
        return encodeCursor(this.list, [occurredAt.getTime(), type, id]);
    }
    placeOf(cursor) {
        const [at, name, id] = decodeCursor(this.list, cursor, 3);
        const type = JOURNEY_EVENT_TYPES.find((known) => known === name);
        const isInstant = typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= LATEST_INSTANT;
        if (!isInstant || !type || typeof id !== 'string' || id.includes('\0')) {
            throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
        }
        return { occurredAt: new Date(at), type, id };
    }
    /** A cursor goes on with the list that it was given for, and with no other. */
    get list() {
        return JSON.stringify(['journey', this.customerId, this.range]);
    }
    get snapshotKey() {
        return {
            workspaceId: this.workspace.id,
            question: 'journey',
            subject: this.customerId,
            params: this.params.summary
                ? { summary: true, range: this.range }
                : { range: this.range, limit: this.params.limit, after: this.after },
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { range: { required: true, type: () => Object }, after: { required: true, type: () => Object, nullable: true } };
    }
}
const eventOf = (step, currency) => ({
    type: step.type,
    id: step.id,
    name: step.name,
    occurredAt: step.occurredAt.toISOString(),
    linkId: step.linkId,
    campaignId: step.campaignId,
    source: step.source,
    medium: step.medium,
    referrer: step.referrer,
    amount: step.amount,
    currency: step.amount === null ? null : currency,
    status: step.status,
    orderId: step.orderId,
});
function secondsBetween(from, to) {
    return from && to && to >= from ? Math.floor((to.getTime() - from.getTime()) / 1_000) : null;
}
const summaryOf = ({ lastConversionAt, ...counts }) => ({
    ...counts,
    firstTouchAt: toWire(counts.firstTouchAt),
    lastTouchAt: toWire(counts.lastTouchAt),
    firstConversionAt: toWire(counts.firstConversionAt),
    lastActivityAt: toWire(latest(counts.lastTouchAt, lastConversionAt)),
    secondsToFirstConversion: secondsBetween(counts.firstTouchAt, counts.firstConversionAt),
});
let GetJourneyHandler = class GetJourneyHandler {
    constructor(analytics) {
        this.analytics = analytics;
    }
    async execute(query) {
        const { workspace, customerId, params, range, after } = query;
        const part = { workspaceId: workspace.id, customerId, range };
        if (params.summary) {
            const counts = await this.analytics.ask(journeySummary, part);
            return { customerId, summary: summaryOf(counts) };
        }
        const { limit } = params;
        const { events, next } = await this.analytics.ask(journey, { ...part, limit, after });
        return {
            customerId,
            events: events.map((event) => eventOf(event, workspace.currency)),
            nextCursor: next && query.cursorOf(next),
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetJourneyHandler = __decorate([
    QueryHandler(GetJourney),
    __metadata("design:paramtypes", [AnalyticsStore])
], GetJourneyHandler);
export { GetJourneyHandler };
//# sourceMappingURL=get-journey.query.js.map