import { Entity, Index, PrimaryColumn } from 'typeorm';

const key = {
  type: 'text',
  collation: 'C',
  primaryKeyConstraintName: 'customer_visitors_pkey',
} as const;

/** A live customer's tie to a visitor: it has claimed a click of this visitor. */
@Entity('customer_visitors')
@Index('customer_visitors_customer', ['workspaceId', 'customerId'])
export class CustomerVisitor {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  @PrimaryColumn({ ...key, name: 'visitor_key' })
  visitorKey: string;

  @PrimaryColumn({ ...key, name: 'customer_id' })
  customerId: string;
}
