import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'spending_cells_pkey';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName } as const;

/** What the customers first seen in a month spent so many months later, all of them or by origin. */
@Entity('spending_cells')
export class SpendingCell {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  /** `all`, `campaign` or `source`. */
  @PrimaryColumn(key)
  dimension: string;

  /** The first day of the month of `firstSeenAt`. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName })
  month: string;

  /** The campaign or source of the first touch; empty for none, and in the dimension `all`. */
  @PrimaryColumn(key)
  origin: string;

  /** Months after the first-seen month, 0 to 25. */
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName })
  age: number;

  /** Net of the counting sales of that month, in reporting minor units. */
  @Column({ type: 'bigint' })
  revenue: number;

  /** Customers whose first counting sale is in that month. */
  @Column({ type: 'integer', name: 'new_buyers' })
  newBuyers: number;
}
