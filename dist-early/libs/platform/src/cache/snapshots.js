var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Env } from '../config/env.js';
import { canonicalJson } from '../text/canonical-json.js';
import { BoundedStore } from './bounded-store.js';
const aboutOf = ({ workspaceId, subject }) => subject === undefined ? null : JSON.stringify([workspaceId, subject]);
const snapshotOf = (json) => ({
    json,
    etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`,
    takenAt: Date.now(),
});
/** The workspace comes first, and JSON keeps a crafted parameter from running into the next. */
const textOf = ({ workspaceId, question, subject, params }) => canonicalJson([workspaceId, question, subject ?? null, params]);
/**
 * Answers that are kept for a while in this process's memory. Equal questions at the same time are
 * computed once; failures are never kept.
 */
let Snapshots = class Snapshots {
    constructor(env, entries, cache) {
        this.entries = entries;
        this.cache = cache;
        this.shared = new Map();
        this.computations = new Set();
        this.keysAbout = new Map();
        this.ttl = env.SNAPSHOT_TTL_MS;
        entries.listen((text) => {
            this.forget(text);
        });
    }
    /** The stored answer, or a new one; with `fresh` a new one in any case, which replaces it. */
    async take(key, compute, fresh = false) {
        const text = textOf(key);
        if (this.ttl === 0)
            return { snapshot: snapshotOf(await compute()), hit: false };
        if (fresh) {
            // What has begun before may not show what this caller has just written.
            this.outdate((computation) => computation.text === text);
        }
        else {
            const stored = await this.cache.get(text);
            if (stored)
                return { snapshot: stored, hit: true };
            const shared = this.shared.get(text);
            if (shared)
                return { snapshot: await shared, hit: false };
        }
        const snapshot = this.compute({ text, about: aboutOf(key), isOutdated: false }, compute);
        this.shared.set(text, snapshot);
        const done = () => {
            if (this.shared.get(text) === snapshot)
                this.shared.delete(text);
        };
        snapshot.then(done, done);
        return { snapshot: await snapshot, hit: false };
    }
    /** Drops all that is about one record; what is being computed about it is not stored. */
    async drop(workspaceId, subject) {
        const about = JSON.stringify([workspaceId, subject]);
        this.outdate((computation) => computation.about === about);
        const texts = [...(this.keysAbout.get(about) ?? [])];
        this.keysAbout.delete(about);
        await Promise.all(texts.map((text) => this.cache.del(text)));
    }
    /** Bytes that the stored answers take, as they are counted. */
    bytes() {
        return this.entries.bytes();
    }
    outdate(concerns) {
        for (const computation of this.computations) {
            if (!concerns(computation))
                continue;
            computation.isOutdated = true;
            this.shared.delete(computation.text);
        }
    }
    async compute(computation, work) {
        this.computations.add(computation);
        try {
            const snapshot = snapshotOf(await work());
            if (!computation.isOutdated)
                await this.store(computation, snapshot);
            return snapshot;
        }
        finally {
            this.computations.delete(computation);
        }
    }
    async store(computation, snapshot) {
        const { text, about } = computation;
        await this.cache.set(text, snapshot, this.ttl);
        // It may have become outdated while the store was at work.
        if (computation.isOutdated)
            await this.cache.del(text);
        else if (about !== null && this.entries.has(text))
            this.remember(about, text);
    }
    remember(about, text) {
        const keys = this.keysAbout.get(about) ?? new Set();
        this.keysAbout.set(about, keys.add(text));
    }
    forget(text) {
        const [workspaceId, , subject] = JSON.parse(text);
        if (subject === null)
            return;
        const about = JSON.stringify([workspaceId, subject]);
        const keys = this.keysAbout.get(about);
        keys?.delete(text);
        if (keys?.size === 0)
            this.keysAbout.delete(about);
    }
};
Snapshots = __decorate([
    Injectable(),
    __param(2, Inject(CACHE_MANAGER)),
    __metadata("design:paramtypes", [Env,
        BoundedStore, Object])
], Snapshots);
export { Snapshots };
//# sourceMappingURL=snapshots.js.map