import { errorBody, statusOf, successOf, toAppError, type Transaction } from '@app/platform';
import {
  ANSWER_RECORD,
  KEEP_ANSWERS,
  KEPT_ANSWERS,
  LOCK_REQUESTS,
  type NewAnswer,
} from './idempotent-answer.store.js';
import { lockOf, type IdempotentRequest } from './idempotent-request.js';
import { refusalOf } from './idempotent-requests.js';

/** What a request came to: its answer, or its refusal; and which records it was about. */
export type Verdict = ({ answer: unknown } | { refusal: unknown }) & { subjects: string[] };

/** Refusals that are not kept: the request did not pass validation, or may succeed when it is repeated. */
const isKept = (status: number): boolean => status !== 400 && status < 500;

/** The answers of one transaction's requests, kept by that transaction. */
export class KeptAnswers {
  private readonly kept: NewAnswer[] = [];

  constructor(
    private readonly transaction: Transaction,
    private readonly workspaceId: string,
    private readonly now: Date,
  ) {}

  /** Holds off repeats elsewhere until the transaction ends. */
  static lock(transaction: Transaction, requests: readonly IdempotentRequest[]): Promise<unknown> {
    return transaction.rows(LOCK_REQUESTS, [requests.map(lockOf)]);
  }

  /** By request, why it must not run: it has been answered while it waited here. */
  async refusals(requests: readonly IdempotentRequest[]): Promise<Map<IdempotentRequest, Error>> {
    const values = [this.workspaceId, requests.map(({ key }) => key)];
    const rows = await this.transaction.rows(KEPT_ANSWERS, values);
    const byKey = new Map(rows.map((row) => [row.key.toString('hex'), row]));
    const refusals = new Map<IdempotentRequest, Error>();
    for (const request of requests) {
      const found = byKey.get(request.key.toString('hex'));
      if (found) refusals.set(request, refusalOf(found, request));
    }
    return refusals;
  }

  add(request: IdempotentRequest, verdict: Verdict): void {
    const { status, body } =
      'answer' in verdict ? successOf(verdict.answer) : failureOf(verdict.refusal, request);
    if (!isKept(status)) return;
    this.kept.push({
      key: request.key.toString('hex'),
      fingerprint: request.fingerprint.toString('hex'),
      status,
      body: JSON.stringify(body),
      subjects: verdict.subjects,
      createdAt: this.now,
    });
  }

  async save(): Promise<void> {
    if (this.kept.length === 0) return;
    await this.transaction.rows(KEEP_ANSWERS, [this.workspaceId, ANSWER_RECORD.text(this.kept)]);
  }
}

function failureOf(refusal: unknown, request: IdempotentRequest): { status: number; body: object } {
  const error = toAppError(refusal);
  return { status: statusOf(error), body: errorBody(error, request.requestId) };
}
