import { ERROR_REFERENCE, type ErrorCode } from '@app/platform';
import type { Example, Header, Reference, Response, Schema } from './document.js';

const JSON_TYPE = 'application/json';
const REQUEST_ID = 'req_01KAS5E3V7Q1T4M8YB2ZC6D9XF';

/** A code that an operation can answer, and the message that it comes with there. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

/** Of every route that takes an `Idempotency-Key`. */
export const CONFLICT: Failure = {
  code: 'IDEMPOTENCY_CONFLICT',
  message: ERROR_REFERENCE.IDEMPOTENCY_CONFLICT.message,
};

/** Of a repeat, when the customer has been deleted in between. */
export const ERASED: Failure = {
  code: 'NOT_FOUND',
  message: 'The customer that this request was about has been deleted.',
};

const isCode = (text: string): text is ErrorCode => Object.hasOwn(ERROR_REFERENCE, text);

/** Reads what a controller's `@throws {404} NOT_FOUND There is no such customer.` says. */
export function failureOf(text: string): Failure {
  const [code = '', ...message] = text.split(' ');
  if (!isCode(code) || message.length === 0) throw new Error(`No error code and message: ${text}`);
  return { code, message: message.join(' ') };
}

/** References to headers, by their names. */
export const headersOf = (...names: string[]): Record<string, Header | Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const exampleOf = ({ code, message }: Failure): Example => ({
  value: {
    success: false,
    error: {
      code,
      message,
      requestId: REQUEST_ID,
      ...(code === 'VALIDATION_ERROR' && { details: [detailOf(message)] }),
    },
  },
});

function detailOf(message: string): { path: string; message: string } {
  const [path = '', ...fault] = message.split(': ');
  return { path, message: fault.join(': ') };
}

function headersAt(status: number): Record<string, Header | Reference> {
  const limits = status === 401 ? [] : ['RateLimit', 'RateLimit-Policy'];
  const retry = [409, 429, 503].includes(status) ? ['Retry-After'] : [];
  return headersOf('X-Request-Id', ...limits, ...retry);
}

/** The response of one status with the failures that it can stand for. */
export function failureResponse(failures: Failure[]): Response {
  const [first] = failures;
  if (!first) throw new Error('A failure response needs a failure');
  const sentences = failures.map(({ code }) => `\`${code}\`: ${ERROR_REFERENCE[code].when}`);
  return {
    description: sentences.join('\n\n'),
    headers: headersAt(ERROR_REFERENCE[first.code].status),
    content: {
      [JSON_TYPE]: {
        schema: { $ref: '#/components/schemas/Failure' },
        examples: Object.fromEntries(failures.map((failure) => [failure.code, exampleOf(failure)])),
      },
    },
  };
}

const shared = (...codes: ErrorCode[]): Response =>
  failureResponse(codes.map((code) => ({ code, message: ERROR_REFERENCE[code].message })));

/** Failures that many operations share; a name is the key of its component. */
export const FAILURES = {
  Invalid: shared('VALIDATION_ERROR'),
  Unauthenticated: shared('UNAUTHORIZED', 'INVALID_API_KEY'),
  Forbidden: shared('FEATURE_NOT_AVAILABLE', 'FORBIDDEN'),
  TooLarge: shared('PAYLOAD_TOO_LARGE'),
  UnsupportedMediaType: shared('UNSUPPORTED_MEDIA_TYPE'),
  RateLimited: shared('RATE_LIMITED'),
  Failed: shared('INTERNAL_ERROR'),
  AnalyticsFailed: shared('ANALYTICS_ERROR', 'INTERNAL_ERROR'),
  Unavailable: shared('SERVICE_UNAVAILABLE'),
};

export const failureReference = (name: keyof typeof FAILURES): Reference => ({
  $ref: `#/components/responses/${name}`,
});

/** The schemas of the failure envelope. */
export const FAILURE_SCHEMAS: Record<string, Schema> = {
  ErrorCode: {
    type: 'string',
    description: 'What went wrong, for programs to branch on.',
    enum: Object.keys(ERROR_REFERENCE),
  },
  ErrorDetail: {
    type: 'object',
    description: 'A fault of one field.',
    properties: {
      path: {
        type: 'string',
        description: 'The field as in the request, such as `events.3.amount`; empty for the whole.',
        examples: ['amount'],
      },
      message: {
        type: 'string',
        description: 'What is wrong with it.',
        examples: ['must be an integer of minor units from 0 to 999999999999'],
      },
    },
    required: ['path', 'message'],
    additionalProperties: false,
  },
  Failure: {
    type: 'object',
    description: 'The envelope of every error.',
    properties: {
      success: { type: 'boolean', const: false },
      error: {
        type: 'object',
        properties: {
          code: { $ref: '#/components/schemas/ErrorCode' },
          message: { type: 'string', description: 'What is wrong, as a sentence for people.' },
          requestId: {
            type: 'string',
            description: 'The id of the request, for the operator.',
            examples: [REQUEST_ID],
          },
          details: {
            type: 'array',
            description: 'The faulty fields; only with `VALIDATION_ERROR`.',
            items: { $ref: '#/components/schemas/ErrorDetail' },
          },
        },
        required: ['code', 'message', 'requestId'],
        additionalProperties: false,
      },
    },
    required: ['success', 'error'],
    additionalProperties: false,
  },
};
