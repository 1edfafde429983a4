var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable, } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { mergeMap } from 'rxjs';
import { RawAnswer } from '../http/page.js';
import { Snapshots } from './snapshots.js';
const asksForFresh = (request) => /\bno-cache\b/i.test(request.headers['cache-control'] ?? '');
/** Whether one of the `If-None-Match` tags is this one; the comparison is weak (RFC 9110). */
function matches(header, etag) {
    if (header === undefined)
        return false;
    const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag);
}
/**
 * Serves a route whose method answers a `SnapshotQuery`: from a snapshot, or by running the query.
 * It comes behind guards, validation and the look-up of the record, so a snapshot never passes them.
 */
let SnapshotInterceptor = class SnapshotInterceptor {
    constructor(snapshots, queries) {
        this.snapshots = snapshots;
        this.queries = queries;
    }
    intercept(context, next) {
        const http = context.switchToHttp();
        const request = http.getRequest();
        const reply = http.getResponse();
        return next.handle().pipe(mergeMap(async (query) => {
            const compute = async () => JSON.stringify({
                success: true,
                data: await this.queries.execute(query),
            });
            const { snapshotKey } = query;
            const { snapshot, hit } = await this.snapshots.take(snapshotKey, compute, asksForFresh(request));
            const age = hit ? Math.floor((Date.now() - snapshot.takenAt) / 1_000) : 0;
            void reply.headers({
                'x-cache': hit ? 'HIT' : 'MISS',
                age: String(age),
                etag: snapshot.etag,
                'cache-control': 'private, no-cache',
                vary: 'X-API-Key, Authorization',
            });
            if (!matches(request.headers['if-none-match'], snapshot.etag)) {
                return new RawAnswer(snapshot.json);
            }
            void reply.status(304);
            return new RawAnswer('');
        }));
    }
};
SnapshotInterceptor = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Snapshots,
        QueryBus])
], SnapshotInterceptor);
export { SnapshotInterceptor };
//# sourceMappingURL=snapshot.interceptor.js.map