/** The `error` of the API's envelope. */
export interface Fault {
  code: string;
  message: string;
  requestId?: string;
  details?: { path: string; message: string }[];
}

export type FailureKind =
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'no-entitlement'
  | 'not-found'
  | 'busy'
  | 'refused'
  | 'broken';

const KIND_OF_CODE: Readonly<Record<string, FailureKind>> = {
  UNAUTHORIZED: 'signed-out',
  INVALID_API_KEY: 'signed-out',
  FORBIDDEN: 'forbidden',
  FEATURE_NOT_AVAILABLE: 'no-entitlement',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'busy',
  SERVICE_UNAVAILABLE: 'unreachable',
};

/** Why there is no answer, in the terms of what a person can do about it. */
export class Failure extends Error {
  private constructor(
    readonly kind: FailureKind,
    message: string,
    readonly code: string | null = null,
    readonly requestId: string | null = null,
    readonly details: readonly { path: string; message: string }[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  static unreachable(): Failure {
    return new Failure('unreachable', 'The service did not answer.');
  }

  static of(response: Response, fault: Fault | undefined): Failure {
    const { status, headers } = response;
    const isGateway = status === 502 || status === 503 || status === 504;
    const fallback: FailureKind = isGateway ? 'unreachable' : status < 500 ? 'refused' : 'broken';
    return new Failure(
      (fault && KIND_OF_CODE[fault.code]) ?? fallback,
      fault?.message ?? `The answer was ${String(status)} without a word of the service.`,
      fault?.code ?? null,
      fault?.requestId ?? headers.get('X-Request-Id'),
      fault?.details ?? [],
      Number(headers.get('Retry-After')) || null,
    );
  }

  /** Whether it may be gone in a moment by itself. */
  get passes(): boolean {
    return this.kind === 'unreachable' || this.kind === 'busy';
  }
}
