import { Env, createLogger, type DatabaseEnv } from '@app/platform';
import { CreateKey, CreateWorkspace, type Scope, type Workspace } from '@app/workspaces';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/src/configure-app.js';
import { serveMessages } from '../../apps/api/src/start/serve-messages.js';
import { TEMPLATE } from './start-postgres.js';

/** What came back from a request. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // Answers have many shapes: a test says which one it expects.
  body: Body;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is what the tests test
type Body = any;

export interface Call {
  key?: string;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
}

/** A key of a workspace, and calls with it. */
export class Client {
  constructor(
    readonly url: string,
    readonly key: string,
    readonly workspace: Workspace,
  ) {}

  async call(method: string, path: string, call: Call = {}): Promise<Answer> {
    const headers: Record<string, string> = { 'x-api-key': call.key ?? this.key, ...call.headers };
    if (headers['x-api-key'] === '') delete headers['x-api-key'];
    let body: string | Buffer | undefined = call.raw;
    if (call.body !== undefined) {
      body = JSON.stringify(call.body);
    }
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  get(path: string, call?: Call): Promise<Answer> {
    return this.call('GET', path, call);
  }

  post(path: string, body?: unknown, call: Call = {}): Promise<Answer> {
    return this.call('POST', path, body === undefined ? call : { ...call, body });
  }

  patch(path: string, body: unknown, call: Call = {}): Promise<Answer> {
    return this.call('PATCH', path, { ...call, body });
  }

  delete(path: string, call?: Call): Promise<Answer> {
    return this.call('DELETE', path, call);
  }
}

/** The real application on a database of its own, listening on a free port. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly url: string,
    readonly endMessages: () => Promise<void>,
    /** What is dropped at the end. */
    private readonly database?: string,
  ) {}

  /** `log` gets each line that would be on standard output. */
  static async start(
    environment: Record<string, string> = {},
    log?: (line: string) => void,
  ): Promise<TestApp> {
    const server = new URL(process.env['TEST_POSTGRES_SERVER'] ?? '');
    const database = `test_${randomBytes(8).toString('hex')}`;
    await onServer(`create database ${database} template ${TEMPLATE}`);
    server.pathname = database;
    return TestApp.serve(server.href, environment, log, database);
  }

  /**
   * Another instance of the application on the same database, or at another address of it; it is to be
   * stopped first.
   */
  another(
    environment: Record<string, string> = {},
    log?: (line: string) => void,
  ): Promise<TestApp> {
    const { DATABASE_URL: url = this.databaseUrl, ...rest } = environment;
    return TestApp.serve(url, rest, log);
  }

  private static async serve(
    url: string,
    environment: Record<string, string>,
    log?: (line: string) => void,
    database?: string,
  ): Promise<TestApp> {
    const env = Env.read({ LOG_LEVEL: 'silent', ...environment, DATABASE_URL: url });
    const logger = log && createLogger(env.LOG_LEVEL, { write: log });
    const nest = await createApp({ ...env, DATABASE_URL: url }, logger);
    try {
      const endMessages = await serveMessages(nest, env);
      await nest.listen(0, '127.0.0.1');
      return new TestApp(nest, await nest.getUrl(), endMessages, database);
    } catch (error) {
      await nest.close();
      throw error;
    }
  }

  get dataSource(): DataSource {
    return this.nest.get(DataSource);
  }

  /** Where another process finds the application's database. */
  get databaseUrl(): string {
    return this.nest.get<DatabaseEnv>(Env).DATABASE_URL;
  }

  get commands(): CommandBus {
    return this.nest.get(CommandBus);
  }

  /** A new workspace, and a client with a key of it. */
  async workspace(
    settings: Partial<Omit<Workspace, 'id' | 'createdAt'>> = {},
    scopes?: Scope[],
  ): Promise<Client> {
    const slug = settings.slug ?? `w-${randomBytes(6).toString('hex')}`;
    const workspace = await this.commands.execute(
      new CreateWorkspace({ plan: 'enterprise', ...settings, slug }),
    );
    return this.client(workspace, scopes);
  }

  /** A client with a new key of a workspace. */
  async client(workspace: Workspace, scopes?: Scope[]): Promise<Client> {
    const { secret } = await this.commands.execute(
      new CreateKey(workspace.slug, scopes ? { scopes } : {}),
    );
    return new Client(this.url, secret, workspace);
  }

  /** Calls of this instance with somebody's key. */
  as({ key, workspace }: Client): Client {
    return new Client(this.url, key, workspace);
  }

  async stop(): Promise<void> {
    await Promise.all([this.endMessages(), this.nest.close()]);
    if (this.database === undefined) return;
    await onServer(`drop database if exists ${this.database} with (force)`);
  }
}

async function onServer(sql: string): Promise<void> {
  const url = process.env['TEST_POSTGRES_SERVER'] ?? '';
  const admin = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await admin.query(sql);
  } finally {
    await admin.destroy();
  }
}
