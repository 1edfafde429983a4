import 'reflect-metadata';
import { Env, migrate, openDatabase, type DatabaseEnv } from '@app/platform';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { CliModule } from './cli.module.js';
import { printable, type Output } from './output.js';

/** The buses that commands talk to. */
export interface Service {
  commands: CommandBus;
  queries: QueryBus;
}

/** Opens the configured database, migrates it, and gives `work` the buses on it. */
export async function runService<T>(
  environment: Record<string, string | undefined>,
  output: Output,
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(Env.read(environment), output.say);
  try {
    const nest = await start(database.env, output);
    try {
      return await work({ commands: nest.get(CommandBus), queries: nest.get(QueryBus) });
    } finally {
      await nest.close();
    }
  } finally {
    await database.close();
  }
}

async function start(env: DatabaseEnv, output: Output): Promise<INestApplicationContext> {
  const nest = await NestFactory.createApplicationContext(CliModule.forRoot(env), {
    // A failed start is reported once, by who catches it.
    logger: false,
    abortOnError: false,
  });
  nest.useLogger(new FaultLog(output));
  try {
    const dataSource = nest.get(DataSource);
    if (env.MIGRATE_ON_START && (await dataSource.showMigrations())) await migrate(dataSource);
    return nest;
  } catch (error) {
    await nest.close();
    throw error;
  }
}

/** Nest's warnings and errors as lines on standard error; the answer is on standard output. */
class FaultLog implements LoggerService {
  constructor(private readonly output: Output) {}

  log(): void {
    // Nest narrates here.
  }

  warn(message: unknown): void {
    this.output.say(printable(`warning: ${String(message)}`));
  }

  error(message: unknown): void {
    this.output.say(printable(`fault: ${String(message)}`));
  }
}
