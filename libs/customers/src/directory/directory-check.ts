import type { Difference } from '@app/analytics';
import { Statement, type Transaction } from '@app/platform';
import { searchTextOf } from '../search-text.js';
import { WEEK, type Listed } from './directory.store.js';

/** Customers that are compared at once. */
const AT_ONCE = 20_000;

interface Entry extends Listed {
  content: string | null;
  isInPlace: boolean | null;
}

/** Live customers with their entries; those of the directory that are no live customer's come last. */
const ENTRIES = new Statement<Entry>(
  'directory-check.entries',
  `select customer.id, customer.created_at as "createdAt", customer.external_id as "externalId",
     customer.email, customer.name, entry.content,
     customer.first_seen_at as "firstSeenAt", click.campaign_id as "campaignId", click.source,
     entry.created_at = customer.created_at and entry.week = ${WEEK('customer.created_at')}
       and entry.first_seen_at = customer.first_seen_at
       and (entry.campaign_id, entry.source) is not distinct from (click.campaign_id, click.source)
       as "isInPlace"
   from customers customer
   left join customer_directory entry
     on entry.workspace_id = $1 and entry.customer_id = customer.id
   left join clicks click
     on click.workspace_id = $1 and click.click_id = customer.first_touch_click_id
   where customer.workspace_id = $1 and customer.deleted_at is null and customer.id > $2
   order by customer.id limit ${String(AT_ONCE)}`,
);

const STRAY_ENTRIES = new Statement<{ id: string }>(
  'directory-check.stray-entries',
  `select customer_id as id from customer_directory
   where workspace_id = $1 and not exists (
     select 1 from customers
     where workspace_id = $1 and id = customer_id and deleted_at is null
   )`,
);

const WRONG_WEEKS = new Statement<{ week: number; stored: number; expected: number }>(
  'directory-check.wrong-weeks',
  `select week, coalesce(known.customers, 0) as stored, coalesce(counted.customers, 0) as expected
   from (select week, customers from directory_weeks where workspace_id = $1) known
   full join (
     select week, count(*) as customers from customer_directory
     where workspace_id = $1 and indexed group by week
   ) counted using (week)
   where coalesce(known.customers, 0) <> coalesce(counted.customers, 0)
   order by week`,
);

/** Where the directory is not what the live customers' rows say. */
export async function* directoryDifferences(
  view: Pick<Transaction, 'rows'>,
  workspaceId: string,
): AsyncGenerator<Difference[]> {
  const kind = 'customer_directory';
  for (let after: string | undefined = ''; after !== undefined;) {
    const values: string[] = [workspaceId, after];
    const entries: Entry[] = await view.rows(ENTRIES, values);
    yield entries.flatMap(({ id, externalId, email, name, content, isInPlace }) => {
      const isRight = isInPlace && content === searchTextOf(externalId, email, name);
      // What it should say is who the customer is: the difference does not repeat it.
      return isRight ? [] : [differenceOf(kind, id, content === null ? 0 : 'other', 1)];
    });
    after = entries.length < AT_ONCE ? undefined : entries.at(-1)?.id;
  }
  const stray = await view.rows(STRAY_ENTRIES, [workspaceId]);
  yield stray.map(({ id }) => differenceOf(kind, id, 1, 0));
  const weeks = await view.rows(WRONG_WEEKS, [workspaceId]);
  yield weeks.map(({ week, stored, expected }) =>
    differenceOf('directory_weeks', String(week), stored, expected),
  );
}

const differenceOf = (
  kind: string,
  subject: string,
  stored: number | string,
  expected: number,
): Difference => ({ kind, subject, stored: { entries: stored }, expected: { entries: expected } });
