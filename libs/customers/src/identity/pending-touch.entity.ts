import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const primaryKeyConstraintName = 'pending_touches_pkey';

/**
 * Touches that are too many for the write that brought them; they follow in the background, part by
 * part. A click goes to all who follow its visitor, or without a visitor to all who claim it; or a
 * customer gets all clicks of a visitor.
 */
@Entity('pending_touches')
@Index('pending_touches_click', ['workspaceId', 'clickId'], { where: '"click_id" is not null' })
@Index('pending_touches_customer', ['workspaceId', 'customerId'], {
  where: '"customer_id" is not null',
})
export class PendingTouch {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName,
  })
  workspaceId: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName,
  })
  id: number;

  @Column({ type: 'text', collation: 'C', name: 'click_id', nullable: true })
  clickId: string | null;

  @Column({ type: 'text', collation: 'C', name: 'visitor_key', nullable: true })
  visitorKey: string | null;

  @Column({ type: 'text', collation: 'C', name: 'customer_id', nullable: true })
  customerId: string | null;

  /** All customers, or clicks, up to this id are done; empty at the start. */
  @Column({ type: 'text', collation: 'C', name: 'done_to' })
  doneTo: string;
}
