var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseUnavailable, TooManyConflicts, isConflict, isTimeout, isUnreachable, } from './database-errors.js';
const ATTEMPTS = 20;
/** Thrown inside a transaction to roll it back and run it again from the start. */
export class RunAgain extends Error {
}
/** One open transaction on one connection. */
export class Transaction {
    constructor(client, 
    /** Until when its statements may take, on the clock of `performance.now()`. */
    deadline) {
        this.client = client;
        this.deadline = deadline;
    }
    async rows(statement, values = []) {
        const { name, text } = statement;
        const query = { name, text, values, query_timeout: this.timeLeft() };
        const result = await this.client.query(query);
        return result.rows;
    }
    async first(statement, values = []) {
        return (await this.rows(statement, values))[0];
    }
    /** Undefined leaves the pool's own time-out in force; 0 would mean none. */
    timeLeft() {
        return this.deadline && Math.max(1, Math.ceil(this.deadline - performance.now()));
    }
}
/** Prepared statements and transactions on TypeORM's own pool. */
let Database = class Database {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    /** Runs one statement by itself. Throws `DatabaseUnavailable`. */
    async rows(statement, values = []) {
        return this.onConnection((client) => new Transaction(client).rows(statement, values));
    }
    async first(statement, values = []) {
        return (await this.rows(statement, values))[0];
    }
    /** Runs a text that is put together for one request. Its values are bound, never part of it. */
    async query(sql) {
        return this.onConnection(async (client) => {
            const result = await client.query(sql.text, sql.values);
            return result.rows;
        });
    }
    /**
     * Runs `work` in one transaction and commits it; any error rolls all of it back. Deadlocks,
     * serialization failures and `RunAgain` start over, so `work` must not act outside of it.
     */
    async transaction(work) {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await this.onConnection((client) => inTransaction(client, work));
            }
            catch (error) {
                const again = error instanceof RunAgain || isConflict(error);
                if (!again)
                    throw error;
                if (attempt === ATTEMPTS)
                    throw new TooManyConflicts(error);
                // Two that keep meeting must not meet at the same moment again.
                await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
            }
        }
    }
    /** Runs read-only work on one consistent view of the database, at most `timeoutMs` long. */
    async snapshot(timeoutMs, work) {
        const deadline = performance.now() + timeoutMs;
        return this.onConnection(async (client) => {
            if (performance.now() >= deadline) {
                throw new DatabaseUnavailable(new Error('No connection was free in time'));
            }
            // A generic plan would not know how much of the data the values select.
            await client.query(`begin isolation level repeatable read read only;
        set local statement_timeout = ${String(timeoutMs)};
        set local plan_cache_mode = force_custom_plan`);
            try {
                return await work(new Transaction(client, deadline));
            }
            finally {
                await client.query('rollback').catch(() => undefined);
            }
        });
    }
    async onConnection(work) {
        // TypeORM types its pool as any; with the postgres driver it is pg's.
        const { master } = this.dataSource.driver;
        let client;
        let broken = false;
        try {
            client = await master.connect();
            client.on('error', alreadyReported);
            return await work(client);
        }
        catch (error) {
            // A query that timed out here may still be running there: this connection is of no more use.
            broken = isUnreachable(error) || isTimeout(error);
            throw isUnreachable(error) ? new DatabaseUnavailable(error) : error;
        }
        finally {
            client?.off('error', alreadyReported);
            client?.release(broken);
        }
    }
};
Database = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], Database);
export { Database };
/** A connection that breaks also fails its query; without a listener it would end the process. */
const alreadyReported = () => undefined;
async function inTransaction(client, work) {
    await client.query('begin');
    try {
        const result = await work(new Transaction(client));
        await client.query('commit');
        return result;
    }
    catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
    }
}
//# sourceMappingURL=database.js.map