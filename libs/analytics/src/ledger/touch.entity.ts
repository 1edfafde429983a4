import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = { type: 'text', collation: 'C', primaryKeyConstraintName: 'touches_pkey' } as const;

/** A click that is stitched to a customer; one click can be a touch of several. */
@Entity('touches')
@Index('touches_occurred', ['workspaceId', 'customerId', 'occurredAt', 'clickId'])
@Index('touches_click', ['workspaceId', 'clickId'])
export class Touch {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  @PrimaryColumn({ ...key, name: 'customer_id' })
  customerId: string;

  @PrimaryColumn({ ...key, name: 'click_id' })
  clickId: string;

  /** The click's own time, here so that a journey is read in order from one index. */
  @Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' })
  occurredAt: Date;
}
