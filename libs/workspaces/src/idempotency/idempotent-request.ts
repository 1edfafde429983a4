import { canonicalJson } from '@app/platform';
import { createHmac } from 'node:crypto';
import type { Workspace } from '../workspace.entity.js';
import type { IdempotencyKey } from './idempotency-key.js';

/** A command that its caller may send again under the same key. */
export interface Repeatable {
  readonly workspace: Workspace;
  readonly idempotencyKey?: IdempotencyKey | undefined;
}

/**
 * What a repeat is known by. Both hashes are keyed by a secret of the workspace: a key or a body may say
 * who a customer is, and nobody is to test a guess once that has been erased.
 */
export interface IdempotentRequest {
  key: Buffer;
  fingerprint: Buffer;
  requestId: string;
}

/** The same for REST and for messages: what counts is which command it is, and what it says. */
export function idempotentRequestOf(command: Repeatable): IdempotentRequest | undefined {
  if (!command.idempotencyKey) return undefined;
  const { workspace, idempotencyKey, ...said } = command;
  const hashOf = (value: unknown): Buffer =>
    createHmac('sha256', workspace.hashSecret).update(canonicalJson(value)).digest();
  return {
    key: hashOf(['key', idempotencyKey.text]),
    fingerprint: hashOf([command.constructor.name, said]),
    requestId: idempotencyKey.requestId,
  };
}

/** The lock that is held while the request runs, as PostgreSQL numbers advisory locks. */
export const lockOf = ({ key }: IdempotentRequest): string => key.readBigInt64BE().toString();
