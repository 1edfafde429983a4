import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'customer_directory_pkey';

/**
 * What lists and searches read of a live customer. A table of its own, because a sale changes the
 * customer's row, and each index on that table would grow with it.
 */
@Entity('customer_directory')
@Index('customer_directory_created', ['workspaceId', 'createdAt', 'customerId'])
@Index('customer_directory_first_seen', ['workspaceId', 'firstSeenAt', 'customerId'])
// By origin, in the order of the list; `first_seen_at` comes along, so that counting reads nothing else.
@Index('customer_directory_campaign', { synchronize: false })
@Index('customer_directory_source', { synchronize: false })
@Index('customer_directory_fresh', ['workspaceId', 'week'], { where: 'NOT "indexed"' })
@Index('customer_directory_grams', { synchronize: false })
export class DirectoryEntry {
  @PrimaryColumn({ type: 'text', collation: 'C', name: 'workspace_id', primaryKeyConstraintName })
  workspaceId: string;

  @PrimaryColumn({ type: 'text', collation: 'C', name: 'customer_id', primaryKeyConstraintName })
  customerId: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  /** The whole weeks from 1970 to `createdAt`. A search reads the grams of a week after another. */
  @Column({ type: 'integer' })
  week: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'first_seen_at' })
  firstSeenAt: Date;

  /** Of the first touch, like `source`: what cohorts are grouped by. */
  @Column({ type: 'text', collation: 'C', name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  source: string | null;

  /** What a search looks into, folded by `search-text.ts`. */
  @Column({ type: 'text', collation: 'C' })
  content: string;

  /**
   * Whether its grams are in the index. They cost more than all the rest of a customer's insert, so
   * they follow in the background; until then a search reads the content itself.
   */
  @Column({ type: 'boolean' })
  indexed: boolean;
}
