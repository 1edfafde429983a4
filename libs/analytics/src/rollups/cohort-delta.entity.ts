import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const primaryKeyConstraintName = 'cohort_deltas_pkey';
const ORIGIN = { type: 'text', collation: 'C' } as const;

/**
 * What a write changed of the sums over a workspace's customers, not folded into the cells yet. All
 * rows of a group add up: a customer that moves to another day is one row less here and one more there.
 */
@Entity('cohort_deltas')
@Index('cohort_deltas_live', { synchronize: false })
export class CohortDelta {
  @PrimaryColumn({ type: 'text', collation: 'C', name: 'workspace_id', primaryKeyConstraintName })
  workspaceId: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName,
  })
  id: number;

  /** The day of `firstSeenAt` in the workspace's time zone. */
  @Column({ type: 'date', name: 'first_seen_day' })
  firstSeenDay: string;

  /** The campaign of the first touch; empty for none, which no campaign is. */
  @Column({ ...ORIGIN, name: 'campaign_id' })
  campaignId: string;

  /** The source of the first touch; empty for none. */
  @Column(ORIGIN)
  source: string;

  /** In how many ISO weeks after the first-seen week `activeWeeks` counts; null when it is 0. */
  @Column({ type: 'smallint', name: 'week_age', nullable: true })
  weekAge: number | null;

  /** How many months after the first-seen month `revenue` and the months count; null for none. */
  @Column({ type: 'smallint', name: 'month_age', nullable: true })
  monthAge: number | null;

  @Column({ type: 'integer' })
  customers: number;

  /** Customers that are not deleted. */
  @Column({ type: 'integer' })
  live: number;

  /** Customers with an approved lead. */
  @Column({ type: 'integer', name: 'with_leads' })
  withLeads: number;

  /** Customers with a counting sale. */
  @Column({ type: 'integer' })
  converted: number;

  /** Counting sales. */
  @Column({ type: 'integer' })
  sales: number;

  /** Net of the counting sales, in reporting minor units. */
  @Column({ type: 'bigint' })
  revenue: number;

  /** Customers with a counting sale in the week of `weekAge`. */
  @Column({ type: 'integer', name: 'active_weeks' })
  activeWeeks: number;

  /** Customers with a counting sale in the month of `monthAge`. */
  @Column({ type: 'integer', name: 'active_months' })
  activeMonths: number;

  /** Customers whose first counting sale is in the month of `monthAge`. */
  @Column({ type: 'integer', name: 'new_buyers' })
  newBuyers: number;
}
