import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One visit through a tracked link. Never changed, but for the scrub of a deletion. */
@Entity('clicks')
@Index('clicks_visitor', ['workspaceId', 'visitorKey'], { where: '"visitor_key" is not null' })
export class Click {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName: 'clicks_pkey',
  })
  workspaceId: string;

  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'click_id',
    primaryKeyConstraintName: 'clicks_pkey',
  })
  clickId: string;

  @Column({ type: 'text', collation: 'C', name: 'link_id' })
  linkId: string;

  @Column({ type: 'text', collation: 'C', name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  source: string | null;

  @Column({ type: 'text', collation: 'C', nullable: true })
  medium: string | null;

  @Column({ type: 'text', nullable: true })
  referrer: string | null;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'text', collation: 'C', name: 'visitor_id', nullable: true })
  visitorId: string | null;

  /** A keyed hash of the visitor id: ties its clicks together, also when the id has been erased. */
  @Column({ type: 'text', collation: 'C', name: 'visitor_key', nullable: true })
  visitorKey: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' })
  occurredAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;
}
