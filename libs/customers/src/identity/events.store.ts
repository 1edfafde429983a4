import { Statement } from '@app/platform';
import type { ConversionFact, TouchFact } from './projection.js';

/** Rows that a recalculation reads at a time: memory stays flat for a customer of any length. */
export const EVENTS_A_READ = 5_000;

export const TOUCHES_OF_CUSTOMER = new Statement<TouchFact>(
  'identity.touches-of-customer',
  `select touch.click_id as "clickId", touch.occurred_at as "occurredAt",
          click.campaign_id as "campaignId", click.source
   from touches touch
   join clicks click
     on click.workspace_id = touch.workspace_id and click.click_id = touch.click_id
   where touch.workspace_id = $1 and touch.customer_id = $2 and touch.click_id > $3
   order by touch.click_id limit ${String(EVENTS_A_READ)}`,
);

export const CONVERSIONS_OF_CUSTOMER = new Statement<ConversionFact & { id: string }>(
  'identity.conversions-of-customer',
  `select id, type, status, occurred_at as "occurredAt", reporting_amount as "reportingAmount",
          reporting_refunded as "reportingRefunded"
   from conversions
   where workspace_id = $1 and customer_id = $2
     and (occurred_at, id) > ($3::timestamptz, $4)
   order by occurred_at, id limit ${String(EVENTS_A_READ)}`,
);
