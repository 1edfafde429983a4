import { Statement } from "../../../platform/src/index.js";
/** Older ages no question asks for: retention has 26 weeks or months, a curve 24 months. */
export const MAX_WEEK_AGE = 25;
export const MAX_MONTH_AGE = 25;
const COLUMNS = `first_seen_day, campaign_id, source, week_age, month_age, customers, live,
  with_leads, converted, sales, revenue, active_weeks, active_months, new_buyers`;
/** Values: the workspace, and the deltas as JSON in the names of the columns. */
export const APPEND_COHORT_DELTAS = new Statement('rollups.append-deltas', `insert into cohort_deltas (workspace_id, ${COLUMNS})
   select $1, ${COLUMNS} from json_to_recordset($2::json) as delta (
     first_seen_day date, campaign_id text, source text, week_age smallint, month_age smallint,
     customers integer, live integer, with_leads integer, converted integer, sales integer,
     revenue bigint, active_weeks integer, active_months integer, new_buyers integer
   )`);
/** The deltas as `APPEND_COHORT_DELTAS` takes them. */
export const toDeltaRecords = (deltas) => JSON.stringify(deltas.map((delta) => ({
    first_seen_day: delta.firstSeenDay,
    campaign_id: delta.campaignId,
    source: delta.source,
    week_age: delta.weekAge,
    month_age: delta.monthAge,
    customers: delta.customers,
    live: delta.live,
    with_leads: delta.withLeads,
    converted: delta.converted,
    sales: delta.sales,
    revenue: delta.revenue,
    active_weeks: delta.activeWeeks,
    active_months: delta.activeMonths,
    new_buyers: delta.newBuyers,
})));
//# sourceMappingURL=cohort-deltas.store.js.map