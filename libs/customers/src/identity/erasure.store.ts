import { Statement } from '@app/platform';

/** How many rows a statement has changed. */
export interface Affected {
  count: number;
}

const counting = (statement: string): string =>
  `with affected as (${statement} returning 1) select count(*)::int as count from affected`;

const deleteFrom = (table: string): string =>
  counting(`delete from ${table} where workspace_id = $1 and customer_id = $2`);

export const DELETE_CLAIMS = new Statement<Affected>('erasure.delete-claims', deleteFrom('claims'));

export const DELETE_VISITORS = new Statement<Affected>(
  'erasure.delete-visitors',
  deleteFrom('customer_visitors'),
);

export const DELETE_PENDING_TOUCHES = new Statement<Affected>(
  'erasure.delete-pending-touches',
  deleteFrom('pending_touches'),
);

const WITHOUT_IDENTITY = `metadata = '{}', external_id = null, email = null, name = null,
  avatar = null, country = null`;

export const SCRUB_CONVERSIONS = new Statement<Affected>(
  'erasure.scrub-conversions',
  counting(
    `update conversions set ${WITHOUT_IDENTITY} where workspace_id = $1 and customer_id = $2`,
  ),
);

const isNoOthersTouch = `not exists (
       select 1
       from touches other
       join customers customer
         on customer.workspace_id = other.workspace_id and customer.id = other.customer_id
       where other.workspace_id = $1 and other.click_id = own.click_id
         and other.customer_id <> $2 and customer.deleted_at is null
     )`;

/** Clicks that no live customer has as a touch any more. */
export const SCRUB_CLICKS = new Statement<Affected>(
  'erasure.scrub-clicks',
  counting(
    `update clicks set visitor_id = null, referrer = null, country = null
     from touches own
     where own.workspace_id = $1 and own.customer_id = $2
       and clicks.workspace_id = own.workspace_id and clicks.click_id = own.click_id
       and ${isNoOthersTouch}`,
  ),
);

/** What an answer under an `Idempotency-Key` is about when it is about a click. */
export const clickSubject = (clickId: string): string => `click:${clickId}`;

const eraseAnswersAbout = (subjects: string): string =>
  counting(
    `update idempotent_answers set status = 404, body = null, subjects = '{}'
     where workspace_id = $1 and subjects && array(${subjects})`,
  );

/** Answers that are kept for repeats and name the customer, its conversions, or clicks as above. */
export const ERASE_ANSWERS = new Statement<Affected>(
  'erasure.erase-answers',
  eraseAnswersAbout(
    `select $2
     union all
     select id from conversions where workspace_id = $1 and customer_id = $2
     union all
     select 'click:' || own.click_id from touches own
     where own.workspace_id = $1 and own.customer_id = $2 and ${isNoOthersTouch}`,
  ),
);

/** Conversions that wait for nobody's return; one of the two is null. */
export const UNSTITCHED_OF = new Statement<{ id: string }>(
  'erasure.unstitched-of',
  `select id from conversions
   where workspace_id = $1 and customer_id is null and (email = $2 or external_id = $3)`,
);

export const SCRUB_UNSTITCHED = new Statement<Affected>(
  'erasure.scrub-unstitched',
  counting(`update conversions set ${WITHOUT_IDENTITY} where workspace_id = $1 and id = any($2)`),
);

export const ERASE_ANSWERS_ABOUT = new Statement<Affected>(
  'erasure.erase-answers-about',
  eraseAnswersAbout('select unnest($2::text[])'),
);

export const LIVE_BY_EMAIL = new Statement<{ id: string }>(
  'erasure.live-by-email',
  `select id from customers
   where workspace_id = $1 and email = $2 and deleted_at is null order by id`,
);

export const LIVE_BY_EXTERNAL_ID = new Statement<{ id: string }>(
  'erasure.live-by-external-id',
  `select id from customers
   where workspace_id = $1 and external_id = $2 and deleted_at is null`,
);
