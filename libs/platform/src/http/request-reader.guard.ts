import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ValidationFailed } from '../errors/app-error.js';
import { rememberOrigin } from '../logging/request-origin.js';
import type { DeclaredInputs, Message } from '../messages/message.js';
import { readMessage } from '../messages/read-message.js';
import { readDto } from '../validation/read-dto.js';
import { DeclaredArguments } from './declared-inputs.js';
import { messageIn } from './inbound.js';
import { UnreadBody, faultOfText } from './json-body.js';
import { LargeBodies } from './large-bodies.js';

type Request = FastifyRequest<{ Params: Record<string, string> }>;

/**
 * Step 5 of SPEC section 3, behind the guards of the others: reads body and query as the DTOs that the
 * route declares, and refuses what no route takes: repeated, empty or malformed query parameters,
 * NUL characters, a body or a query that the route does not declare.
 */
@Injectable()
export class RequestReader implements CanActivate {
  private readonly declared = new DeclaredArguments();
  private readonly largeBodies = new LargeBodies();

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const message = messageIn(context);
    if (message) return canServe(message, this.declared.of(context));
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!(request.body instanceof UnreadBody) || !request.body.isLarge) {
      return this.read(this.declared.of(context), request);
    }
    const { raw } = http.getResponse<FastifyReply>();
    const served = (): Promise<unknown> =>
      raw.closed ? Promise.resolve() : new Promise((resolve) => raw.once('close', resolve));
    return this.largeBodies
      .turnOf(served)
      .then(() => this.read(this.declared.of(context), request));
  }

  private read(declared: DeclaredInputs, request: Request): boolean {
    const { params } = request;
    for (const name in params) refuse(name, faultOfText(params[name] ?? ''));
    const query = readQuery(request.raw.url ?? '', declared.query !== undefined);
    const body = readBody(request.body, declared.body !== undefined);
    request.query = declared.query ? readDto(declared.query, query) : query;
    if (declared.body) {
      const dto = readDto(declared.body, body);
      rememberOrigin(dto, request.id);
      request.body = dto;
    }
    return true;
  }
}

function canServe(message: Message, declared: DeclaredInputs): boolean {
  message.input = readMessage(message, declared);
  if (declared.body && message.input) rememberOrigin(message.input, message.requestId);
  return true;
}

function readQuery(url: string, isDeclared: boolean): Record<string, string> {
  const parameters: Record<string, string> = {};
  const queryStart = url.indexOf('?');
  if (queryStart < 0) return parameters;
  for (const pair of url.slice(queryStart + 1).split('&')) {
    if (pair === '') continue;
    const [rawName = '', ...rest] = pair.split('=');
    const name = decode(rawName);
    const value = decode(rest.join('='));
    refuse(name, faultOfText(name) ?? faultOfText(value));
    if (!isDeclared) refuse(name, 'is not a parameter of this route');
    if (Object.hasOwn(parameters, name)) refuse(name, 'must be given once');
    // A blank search is no search: its parameter says so.
    if (value === '' && name !== 'search') refuse(name, 'must not be empty');
    Object.defineProperty(parameters, name, { value, enumerable: true });
  }
  return parameters;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw ValidationFailed.of('', 'The query is not valid percent-encoded UTF-8');
  }
}

function readBody(body: unknown, isDeclared: boolean): unknown {
  const value = body instanceof UnreadBody ? body.read() : undefined;
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw ValidationFailed.of('', 'The body must be a JSON object');
  }
  if (!isDeclared && Object.keys(value).length > 0) {
    throw ValidationFailed.of('', 'This route takes no body');
  }
  return value;
}

function refuse(path: string, fault: string | undefined): void {
  if (fault !== undefined) throw ValidationFailed.of(path, fault);
}
