import { Entity, Index, PrimaryColumn } from 'typeorm';

const key = { type: 'text', collation: 'C', primaryKeyConstraintName: 'claims_pkey' } as const;

/** A live customer's word that a click is its own; the click may not have arrived yet. */
@Entity('claims')
@Index('claims_customer', ['workspaceId', 'customerId'])
export class Claim {
  @PrimaryColumn({ ...key, name: 'workspace_id' })
  workspaceId: string;

  @PrimaryColumn({ ...key, name: 'click_id' })
  clickId: string;

  @PrimaryColumn({ ...key, name: 'customer_id' })
  customerId: string;
}
