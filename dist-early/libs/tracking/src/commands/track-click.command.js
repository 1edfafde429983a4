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
import { keysOf, visitorKeyOf, IdentityWrites, } from "../../../customers/src/index.js";
import { Recorded, eventTime } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { CLICK_BY_ID, INSERT_CLICK } from '../click.store.js';
import { differencesOf } from '../differences.js';
/** Stores a click once, and gives it to the customers who wait for it. */
export class TrackClick extends Command {
    constructor(workspace, click) {
        super();
        this.workspace = workspace;
        this.click = click;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** The identity keys that a click names. */
export function keysOfClick(workspace, click) {
    const visitorKey = visitorKeyOf(workspace, click.visitorId);
    const visitor = visitorKey === null ? [] : [`visitor:${visitorKey}`];
    return [...keysOf({ clickId: click.clickId }), ...visitor];
}
/** The part of the command that a batch runs inside its own transaction. */
export async function recordClick(write, given) {
    const workspaceId = write.workspace.id;
    const stored = await write.transaction.first(CLICK_BY_ID, [workspaceId, given.clickId]);
    if (stored) {
        const occurredAt = given.occurredAt ? eventTime(given.occurredAt, stored.createdAt) : undefined;
        const differs = differencesOf({ ...given, occurredAt }, stored);
        return new Recorded({ ...toDto(stored), duplicate: true, differs }, false);
    }
    const click = {
        workspaceId,
        clickId: given.clickId,
        linkId: given.linkId,
        campaignId: given.campaignId ?? null,
        source: given.source ?? null,
        medium: given.medium ?? null,
        referrer: given.referrer ?? null,
        country: given.country ?? null,
        visitorId: given.visitorId ?? null,
        visitorKey: visitorKeyOf(write.workspace, given.visitorId),
        occurredAt: eventTime(given.occurredAt, write.now),
        createdAt: write.now,
    };
    await write.transaction.rows(INSERT_CLICK, [
        workspaceId,
        click.clickId,
        click.linkId,
        click.campaignId,
        click.source,
        click.medium,
        click.referrer,
        click.country,
        click.visitorId,
        click.visitorKey,
        click.occurredAt,
        click.createdAt,
    ]);
    await write.arrive(click);
    await write.settle();
    return new Recorded({ ...toDto(click), duplicate: false, differs: [] }, true);
}
const toDto = ({ workspaceId: _workspaceId, visitorKey: _visitorKey, ...click }) => ({
    ...click,
    occurredAt: click.occurredAt.toISOString(),
    createdAt: click.createdAt.toISOString(),
});
let TrackClickHandler = class TrackClickHandler {
    constructor(writes) {
        this.writes = writes;
    }
    execute({ workspace, click }) {
        return this.writes.run(workspace, keysOfClick(workspace, click), (write) => recordClick(write, click));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
TrackClickHandler = __decorate([
    CommandHandler(TrackClick),
    __metadata("design:paramtypes", [IdentityWrites])
], TrackClickHandler);
export { TrackClickHandler };
//# sourceMappingURL=track-click.command.js.map