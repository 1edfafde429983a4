import { RecordShape, Statement } from '@app/platform';
import type { IdempotentAnswer } from './idempotent-answer.entity.js';

/** An answer is repeated for 24 hours. */
const KEPT = `interval '24 hours'`;
const FORGOTTEN_A_ROUND = 1_000;

/** The answer that is kept, if one is. */
export type KeptAnswer = Pick<IdempotentAnswer, 'key' | 'fingerprint' | 'status' | 'body'>;

export type NewAnswer = Omit<IdempotentAnswer, 'workspaceId' | 'key' | 'fingerprint'> & {
  /** In hexadecimal digits. */
  key: string;
  fingerprint: string;
};

/**
 * Whether nobody runs the request with this lock, and what is kept of it. The lock is let go with the
 * statement, and does not keep others from looking.
 */
export const LOOK_UP_ANSWER = new Statement<
  { isFree: boolean } & { [Field in keyof KeptAnswer]: KeptAnswer[Field] | null }
>(
  'idempotency.look-up',
  `select free.is_free as "isFree", kept.key, kept.fingerprint, kept.status, kept.body
   from (select pg_try_advisory_xact_lock_shared($3) as is_free) free
   left join idempotent_answers kept
     on kept.workspace_id = $1 and kept.key = $2 and kept.created_at > now() - ${KEPT}`,
);

/** Waits for whoever holds one. In order: two transactions that hold some never wait for each other. */
export const LOCK_REQUESTS = new Statement<unknown>(
  'idempotency.lock',
  `select pg_advisory_xact_lock(lock)
   from (select unnest($1::bigint[]) as lock order by 1) locks`,
);

export const KEPT_ANSWERS = new Statement<KeptAnswer>(
  'idempotency.kept',
  `select key, fingerprint, status, body from idempotent_answers
   where workspace_id = $1 and key = any($2::bytea[]) and created_at > now() - ${KEPT}`,
);

export const ANSWER_RECORD = new RecordShape<NewAnswer>({
  key: 'text',
  fingerprint: 'text',
  status: 'smallint',
  body: 'text',
  subjects: 'text[]',
  createdAt: 'timestamptz',
});

export const KEEP_ANSWERS = new Statement<unknown>(
  'idempotency.keep',
  `insert into idempotent_answers
     (workspace_id, key, fingerprint, status, body, subjects, created_at)
   select $1, decode(key, 'hex'), decode(fingerprint, 'hex'), status, body, subjects, "createdAt"
   from ${ANSWER_RECORD.source('$2', 'answer')}
   on conflict (workspace_id, key) do update
   set fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body,
     subjects = excluded.subjects, created_at = excluded.created_at`,
);

/** Deletes some of the answers that are no longer repeated. */
export const FORGET_ANSWERS = new Statement<{ forgotten: number }>(
  'idempotency.forget',
  `with gone as (
     delete from idempotent_answers where ctid = any(array(
       select ctid from idempotent_answers where created_at <= now() - ${KEPT}
       order by created_at limit ${String(FORGOTTEN_A_ROUND)}
     )) and created_at <= now() - ${KEPT} returning 1
   )
   select count(*)::int as forgotten from gone`,
);
