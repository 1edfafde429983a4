import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConversionStatus, ConversionType } from '../ledger/conversion.entity.js';

const primaryKeyConstraintName = 'conversion_cells_pkey';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName } as const;

/** How many conversions of a kind a day has. */
@Entity('conversion_cells')
export class ConversionCell {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  /** The day of `occurredAt` in UTC. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName })
  day: string;

  @PrimaryColumn(key)
  type: ConversionType;

  @PrimaryColumn(key)
  status: ConversionStatus;

  /** Whether they have a customer. */
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName })
  stitched: boolean;

  @Column({ type: 'integer' })
  conversions: number;
}
