import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'retention_cells_pkey';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName } as const;

/** How many customers first seen in a day, week or month bought again so many periods later. */
@Entity('retention_cells')
export class RetentionCell {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  /** What the age is counted in: `week` or `month`. */
  @PrimaryColumn(key)
  unit: string;

  /** `day`, or the same as the unit. */
  @PrimaryColumn(key)
  grain: string;

  /** The first day of the day, week or month of `firstSeenAt`. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName })
  period: string;

  /** Weeks or months after the first-seen week or month, 0 to 25. */
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName })
  age: number;

  /** Customers with a counting sale in that week or month. */
  @Column({ type: 'integer' })
  customers: number;
}
