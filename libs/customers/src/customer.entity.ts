import type { Metadata } from '@app/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * An identity in a workspace. The columns from `firstSeenAt` on are the projection of the
 * customer's events: only `identity/` writes them.
 */
@Entity('customers')
@Index('customers_external_id', ['workspaceId', 'externalId'], { unique: true })
@Index('customers_email', ['workspaceId', 'email'], { where: '"email" is not null' })
@Index('customers_ltv', ['workspaceId', 'ltv', 'id'], { where: '"deleted_at" is null' })
@Index('customers_activity', ['workspaceId', 'lastActivityAt', 'id'], {
  where: '"deleted_at" is null',
})
@Index('customers_first_seen', ['workspaceId', 'firstSeenAt'])
export class Customer {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName: 'customers_pkey',
  })
  workspaceId: string;

  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'customers_pkey' })
  id: string;

  /** Null once the customer is deleted, like every field that says who it was. */
  @Column({ type: 'text', collation: 'C', name: 'external_id', nullable: true })
  externalId: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  avatar: string | null;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'jsonb' })
  metadata: Metadata;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'first_seen_at' })
  firstSeenAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'earliest_touch_at', nullable: true })
  earliestTouchAt: Date | null;

  @Column({ type: 'text', collation: 'C', name: 'earliest_touch_click_id', nullable: true })
  earliestTouchClickId: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'first_conversion_at', nullable: true })
  firstConversionAt: Date | null;

  /** The earliest touch's click, unless the first conversion came before it. */
  @Column({ type: 'text', collation: 'C', name: 'first_touch_click_id', nullable: true })
  firstTouchClickId: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'last_activity_at', nullable: true })
  lastActivityAt: Date | null;

  @Column({ type: 'integer' })
  leads: number;

  @Column({ type: 'integer' })
  sales: number;

  /** Net of the counting sales, in minor units of the workspace's currency. */
  @Column({ type: 'bigint' })
  ltv: number;
}
