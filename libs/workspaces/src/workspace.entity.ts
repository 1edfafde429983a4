import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { PLANS, type Plan } from './plans.js';

/** A tenant. Its currency is for ever: stored reporting amounts are in it. */
@Entity('workspaces')
@Index('workspaces_slug', ['slug'], { unique: true })
@Check('workspaces_window', `attribution_window_days between 1 and 365`)
export class Workspace {
  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'workspaces_pkey' })
  id: string;

  @Column({ type: 'text', collation: 'C' })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  plan: Plan;

  /** IANA name: days, weeks and months of every question are this zone's. */
  @Column({ type: 'text' })
  timezone: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ type: 'integer', name: 'attribution_window_days' })
  attributionWindowDays: number;

  /** Keys the hashes of personal data, so that nobody outside can test a guess. */
  @Column({ type: 'text', name: 'hash_secret' })
  hashSecret: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  /** When the rollups of its customers were built in its time zone; null when they have to be. */
  @Column({ type: 'timestamptz', precision: 3, name: 'rollups_built_at', nullable: true })
  rollupsBuiltAt: Date | null;
}

export const isPlan = (value: string): value is Plan =>
  (PLANS as readonly string[]).includes(value);
