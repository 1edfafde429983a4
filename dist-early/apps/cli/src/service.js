import 'reflect-metadata';
import { Env, migrate, openDatabase } from "../../../libs/platform/src/index.js";
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { CliModule } from './cli.module.js';
import { printable } from './output.js';
/** Opens the configured database, migrates it, and gives `work` the buses on it. */
export async function runService(environment, output, work) {
    const database = await openDatabase(Env.read(environment), output.say);
    try {
        const nest = await start(database.env, output);
        try {
            return await work({ commands: nest.get(CommandBus), queries: nest.get(QueryBus) });
        }
        finally {
            await nest.close();
        }
    }
    finally {
        await database.close();
    }
}
async function start(env, output) {
    const nest = await NestFactory.createApplicationContext(CliModule.forRoot(env), {
        // A failed start is reported once, by who catches it.
        logger: false,
        abortOnError: false,
    });
    nest.useLogger(new FaultLog(output));
    try {
        const dataSource = nest.get(DataSource);
        if (env.MIGRATE_ON_START && (await dataSource.showMigrations()))
            await migrate(dataSource);
        return nest;
    }
    catch (error) {
        await nest.close();
        throw error;
    }
}
/** Nest's warnings and errors as lines on standard error; the answer is on standard output. */
class FaultLog {
    constructor(output) {
        this.output = output;
    }
    log() {
        // Nest narrates here.
    }
    warn(message) {
        this.output.say(printable(`warning: ${String(message)}`));
    }
    error(message) {
        this.output.say(printable(`fault: ${String(message)}`));
    }
}
//# sourceMappingURL=service.js.map