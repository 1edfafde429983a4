import { RecordShape, Statement } from '@app/platform';
import type { CohortDelta } from './cohort-delta.entity.js';

/** Older ages no question asks for: retention has 26 weeks or months, a curve 24 months. */
export const MAX_WEEK_AGE = 25;
export const MAX_MONTH_AGE = 25;

/** A delta before it has a place in its table. */
export type NewCohortDelta = Omit<CohortDelta, 'workspaceId' | 'id'>;

export const COHORT_DELTA_RECORD = new RecordShape<NewCohortDelta>({
  firstSeenDay: 'date',
  campaignId: 'text',
  source: 'text',
  weekAge: 'smallint',
  monthAge: 'smallint',
  customers: 'integer',
  live: 'integer',
  withLeads: 'integer',
  converted: 'integer',
  sales: 'integer',
  revenue: 'bigint',
  activeWeeks: 'integer',
  activeMonths: 'integer',
  newBuyers: 'integer',
});

/** Values: the workspace, and the deltas as a text of `COHORT_DELTA_RECORD`. */
export const APPEND_COHORT_DELTAS = new Statement<unknown>(
  'rollups.append-deltas',
  `insert into cohort_deltas (workspace_id, ${COHORT_DELTA_RECORD.columns})
   select $1, ${COHORT_DELTA_RECORD.fields} from ${COHORT_DELTA_RECORD.source('$2', 'delta')}`,
);
