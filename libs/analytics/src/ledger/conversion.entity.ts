import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const CONVERSION_TYPES = ['lead', 'sale', 'custom'] as const;
export type ConversionType = (typeof CONVERSION_TYPES)[number];

export const CONVERSION_STATUSES = [
  'pending',
  'approved',
  'refunded',
  'rejected',
  'fraud',
] as const;
export type ConversionStatus = (typeof CONVERSION_STATUSES)[number];

/** An outcome: a lead, a sale or a custom event. */
@Entity('conversions')
@Index('conversions_order', ['workspaceId', 'type', 'orderId'], {
  unique: true,
  where: `"order_id" is not null and "type" <> 'custom'`,
})
@Index('conversions_custom_order', ['workspaceId', 'eventName', 'orderId'], {
  unique: true,
  where: `"order_id" is not null and "type" = 'custom'`,
})
@Index('conversions_occurred', ['workspaceId', 'occurredAt', 'id'])
@Index('conversions_customer', ['workspaceId', 'customerId', 'occurredAt', 'id'])
@Index('conversions_refunds', ['workspaceId', 'customerId', 'refundedAt', 'id'], {
  where: '"refunded_amount" > 0',
})
@Index('conversions_waiting_email', ['workspaceId', 'email'], {
  where: `"customer_id" is null and "email" is not null`,
})
@Index('conversions_waiting_click', ['workspaceId', 'clickId'], {
  where: `"customer_id" is null and "click_id" is not null`,
})
@Index('conversions_counting', { synchronize: false })
@Index('conversions_order_id', ['workspaceId', 'orderId'], { where: '"order_id" is not null' })
export class Conversion {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName: 'conversions_pkey',
  })
  workspaceId: string;

  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'conversions_pkey' })
  id: string;

  @Column({ type: 'text', collation: 'C' })
  type: ConversionType;

  @Column({ type: 'text', collation: 'C', name: 'event_name' })
  eventName: string;

  /** Null while nobody has been found: the conversion is unstitched. */
  @Column({ type: 'text', collation: 'C', name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column({ type: 'text', collation: 'C', name: 'click_id', nullable: true })
  clickId: string | null;

  @Column({ type: 'text', collation: 'C', name: 'order_id', nullable: true })
  orderId: string | null;

  @Column({ type: 'text', collation: 'C' })
  status: ConversionStatus;

  /** Minor units of `currency`; null for leads and customs, like every money column. */
  @Column({ type: 'bigint', nullable: true })
  amount: number | null;

  @Column({ type: 'text', nullable: true })
  currency: string | null;

  @Column({ type: 'bigint', name: 'refunded_amount', nullable: true })
  refundedAmount: number | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'refunded_at', nullable: true })
  refundedAt: Date | null;

  /** Units of `currency` for 1 EUR on the sale's UTC day; null where nothing was converted. */
  @Column({ type: 'text', name: 'rate_from', nullable: true })
  rateFrom: string | null;

  /** Units of the reporting currency for 1 EUR on the sale's UTC day. */
  @Column({ type: 'text', name: 'rate_to', nullable: true })
  rateTo: string | null;

  @Column({ type: 'bigint', name: 'reporting_amount', nullable: true })
  reportingAmount: number | null;

  /** The refunded part, at the sale's own rate. */
  @Column({ type: 'bigint', name: 'reporting_refunded', nullable: true })
  reportingRefunded: number | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' })
  occurredAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'jsonb' })
  metadata: Record<string, string | number | boolean>;

  /** The identity that the caller sent: what an unstitched conversion waits with. */
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
}
