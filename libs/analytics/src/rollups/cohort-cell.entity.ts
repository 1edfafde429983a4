import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = {
  type: 'text',
  collation: 'C',
  primaryKeyConstraintName: 'cohort_cells_pkey',
} as const;

/** Sums over the customers first seen in a day, week or month, all of them or by origin. */
@Entity('cohort_cells')
export class CohortCell {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  /** `all`, `campaign` or `source`. */
  @PrimaryColumn(key)
  dimension: string;

  /** `day`, `week` or `month`. */
  @PrimaryColumn(key)
  grain: string;

  /** The first day of the day, week or month. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'cohort_cells_pkey' })
  period: string;

  /** The campaign or source of the first touch; empty for none, and in the dimension `all`. */
  @PrimaryColumn(key)
  origin: string;

  @Column({ type: 'integer' })
  customers: number;

  @Column({ type: 'integer' })
  live: number;

  @Column({ type: 'integer', name: 'with_leads' })
  withLeads: number;

  @Column({ type: 'integer' })
  converted: number;

  @Column({ type: 'bigint' })
  sales: number;

  @Column({ type: 'bigint' })
  revenue: number;
}
