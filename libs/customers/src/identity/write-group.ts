import { ENTER_LANE, LANE_STATE, laneOf } from '@app/analytics';
import {
  AppError,
  LocalCalendar,
  ServiceUnavailable,
  isConflict,
  isTimeout,
  isUnreachable,
  type Database,
  type Transaction,
} from '@app/platform';
import { KeptAnswers, type IdempotentRequest, type Verdict, type Workspace } from '@app/workspaces';
import { IdentityWrite } from './identity-write.js';
import type { Queued } from './write-lane.js';
import type { Stored } from './write-scope.js';
import type { Outcome, WriteStep } from './write-step.js';

/** Not one step's fault: the transaction is lost, and whether it was committed may not be known. */
const concernsAll = (error: unknown): boolean =>
  error instanceof ServiceUnavailable ||
  isConflict(error) ||
  isUnreachable(error) ||
  isTimeout(error);

/** What a step did, and the record that it was about. */
type Result = ({ outcome: Outcome<unknown> } | { refusal: unknown }) & { subject: string | null };

type Results = Map<WriteStep<unknown>, Result>;

/** A transaction that holds the workspace's lane. */
interface Entered {
  transaction: Transaction;
  newWrite: () => IdentityWrite;
  kept: KeptAnswers;
  /** Requests that must not run: they were answered while they waited. */
  answered: Map<IdempotentRequest, Error>;
}

/** Is thrown when a step was refused of which a part had been applied. */
class HalfApplied extends Error {}

/**
 * Stores requests in one transaction; answers how to answer each. Throws when nothing is stored, or
 * nobody knows.
 */
export async function storeTogether(
  database: Database,
  workspace: Workspace,
  requests: readonly Queued[],
): Promise<(() => void)[]> {
  const refused: Results = new Map();
  for (;;) {
    try {
      return await database.transaction(async (transaction) =>
        applyTogether(await enter(transaction, workspace, requests), requests, refused),
      );
    } catch (error) {
      // One more step is known to be refused: without it the others are applied from the start.
      if (error instanceof HalfApplied) continue;
      if (concernsAll(error) || stepsOf(requests).length === 1) throw error;
      // A fault that the database found while saving: some step's, and not the others'.
      return database.transaction(async (transaction) =>
        applyApart(await enter(transaction, workspace, requests), requests),
      );
    }
  }
}

const stepsOf = (requests: readonly Queued[]): WriteStep<unknown>[] =>
  requests.flatMap(({ request }) => request.steps);

async function enter(
  transaction: Transaction,
  workspace: Workspace,
  requests: readonly Queued[],
): Promise<Entered> {
  const idempotent = requests.flatMap(({ request }) => request.idempotent ?? []);
  const hasSome = idempotent.length > 0;
  const kept = new KeptAnswers(transaction, workspace.id, new Date());
  const [, , state, answered] = await Promise.all([
    hasSome && KeptAnswers.lock(transaction, idempotent),
    transaction.rows(ENTER_LANE, [laneOf(workspace.id)]),
    transaction.first(LANE_STATE, [workspace.id]),
    hasSome ? kept.refusals(idempotent) : new Map<IdempotentRequest, Error>(),
  ]);
  const calendar = LocalCalendar.of(state?.timezone ?? workspace.timezone);
  const isBuilt = (state?.rollupsBuiltAt ?? null) !== null;
  return {
    transaction,
    newWrite: () => new IdentityWrite(transaction, workspace, calendar, isBuilt),
    kept,
    answered,
  };
}

const hasToRun = ({ answered }: Entered, { request }: Queued): boolean =>
  !request.idempotent || !answered.has(request.idempotent);

/** All steps in memory, then written at once. */
async function applyTogether(
  entered: Entered,
  requests: readonly Queued[],
  refused: Results,
): Promise<(() => void)[]> {
  const write = entered.newWrite();
  const steps = stepsOf(requests.filter((queued) => hasToRun(entered, queued)));
  await write.load(steps.filter((step) => !refused.has(step)).map(({ needs }) => needs));
  const results: Results = new Map();
  for (const step of steps) {
    results.set(step, refused.get(step) ?? (await applyOne(write, step, refused)));
  }
  const keepsAny = requests.some(({ request }) => request.idempotent);
  const stored = await write.store(!keepsAny);
  return conclude(entered, requests, results, stored);
}

async function applyOne(
  write: IdentityWrite,
  step: WriteStep<unknown>,
  refused: Results,
): Promise<Result> {
  const { changes } = write;
  write.subject = null;
  try {
    const outcome = await step.apply(write);
    await write.settle();
    return { outcome, subject: write.subject };
  } catch (refusal) {
    if (concernsAll(refusal)) throw refusal;
    const result = { refusal, subject: write.subject };
    refused.set(step, result);
    // After a fault of the database's the transaction is of no more use.
    if (write.changes !== changes || !(refusal instanceof AppError)) throw new HalfApplied();
    return result;
  }
}

/** Step by step, each written before the next: the slow way, on which one's fault is its own. */
async function applyApart(entered: Entered, requests: readonly Queued[]): Promise<(() => void)[]> {
  const results: Results = new Map();
  for (const step of stepsOf(requests.filter((queued) => hasToRun(entered, queued)))) {
    results.set(step, await attempt(entered, step));
  }
  return conclude(entered, requests, results, { viewOf: () => undefined });
}

async function attempt(
  { transaction, newWrite }: Entered,
  step: WriteStep<unknown>,
): Promise<Result> {
  const write = newWrite();
  try {
    const answer = await transaction.attempt(async () => {
      await write.load([step.needs]);
      const outcome = await step.apply(write);
      await write.settle();
      return outcome(await write.store(false));
    });
    return { outcome: () => answer, subject: write.subject };
  } catch (refusal) {
    if (concernsAll(refusal)) throw refusal;
    return { refusal, subject: write.subject };
  }
}

/** Keeps the answers that are to be kept, and commits. */
async function conclude(
  { transaction, kept, answered }: Entered,
  requests: readonly Queued[],
  results: Results,
  stored: Stored,
): Promise<(() => void)[]> {
  const answers = requests.map((queued) => {
    const { idempotent } = queued.request;
    const refusal = idempotent && answered.get(idempotent);
    const verdict = refusal ? { refusal, subjects: [] } : verdictOn(queued, results, stored);
    if (idempotent && !refusal) kept.add(idempotent, verdict);
    return () => {
      if ('answer' in verdict) queued.resolve(verdict.answer);
      else queued.reject(verdict.refusal);
    };
  });
  if (!transaction.isCommitted) await Promise.all([kept.save(), transaction.commit()]);
  return answers;
}

function verdictOn({ request }: Queued, results: Results, stored: Stored): Verdict {
  const { steps, answerOf } = request;
  const subjects = [...new Set(steps.flatMap((step) => results.get(step)?.subject ?? []))];
  try {
    const settled = steps.map((step) => settledOf(results.get(step), stored));
    return { answer: answerOf(settled), subjects };
  } catch (refusal) {
    // What it stored stands also when only its answer is broken.
    return { refusal, subjects };
  }
}

function settledOf(result: Result | undefined, stored: Stored): PromiseSettledResult<unknown> {
  if (!result) return { status: 'rejected', reason: new Error('A step has not been applied') };
  if ('refusal' in result) return { status: 'rejected', reason: result.refusal };
  try {
    return { status: 'fulfilled', value: result.outcome(stored) };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}
