import { Statement } from '@app/platform';

export const DELETE_CLAIMS = new Statement<unknown>(
  'erasure.delete-claims',
  'delete from claims where workspace_id = $1 and customer_id = $2',
);

export const DELETE_VISITORS = new Statement<unknown>(
  'erasure.delete-visitors',
  'delete from customer_visitors where workspace_id = $1 and customer_id = $2',
);

export const DELETE_PENDING_TOUCHES = new Statement<unknown>(
  'erasure.delete-pending-touches',
  'delete from pending_touches where workspace_id = $1 and customer_id = $2',
);

export const SCRUB_CONVERSIONS = new Statement<unknown>(
  'erasure.scrub-conversions',
  `update conversions
   set metadata = '{}', external_id = null, email = null, name = null, avatar = null,
       country = null
   where workspace_id = $1 and customer_id = $2`,
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
export const SCRUB_CLICKS = new Statement<unknown>(
  'erasure.scrub-clicks',
  `update clicks set visitor_id = null, referrer = null, country = null
   from touches own
   where own.workspace_id = $1 and own.customer_id = $2
     and clicks.workspace_id = own.workspace_id and clicks.click_id = own.click_id
     and ${isNoOthersTouch}`,
);

/** What an answer under an `Idempotency-Key` is about when it is about a click. */
export const clickSubject = (clickId: string): string => `click:${clickId}`;

/** Answers that are kept for repeats and name the customer, its conversions, or clicks as above. */
export const ERASE_ANSWERS = new Statement<unknown>(
  'erasure.erase-answers',
  `update idempotent_answers set status = 404, body = null, subjects = '{}'
   where workspace_id = $1 and subjects && array(
     select $2
     union all
     select id from conversions where workspace_id = $1 and customer_id = $2
     union all
     select 'click:' || own.click_id from touches own
     where own.workspace_id = $1 and own.customer_id = $2 and ${isNoOthersTouch}
   )`,
);
