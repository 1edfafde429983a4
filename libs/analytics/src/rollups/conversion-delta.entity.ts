import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ConversionStatus, ConversionType } from '../ledger/conversion.entity.js';

const primaryKeyConstraintName = 'conversion_deltas_pkey';

/** What a write changed of how many conversions of a kind a day has, not folded into the cells yet. */
@Entity('conversion_deltas')
export class ConversionDelta {
  @PrimaryColumn({ type: 'text', collation: 'C', name: 'workspace_id', primaryKeyConstraintName })
  workspaceId: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName,
  })
  id: number;

  /** The day of `occurredAt` in UTC. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text', collation: 'C' })
  type: ConversionType;

  @Column({ type: 'text', collation: 'C' })
  status: ConversionStatus;

  @Column({ type: 'boolean' })
  stitched: boolean;

  @Column({ type: 'integer' })
  conversions: number;
}
