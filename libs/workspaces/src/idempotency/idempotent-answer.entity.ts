import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'idempotent_answers_pkey';

/** What a request with an `Idempotency-Key` was answered: a repeat gets the same. */
@Entity('idempotent_answers')
@Index('idempotent_answers_subjects', ['subjects'], { type: 'gin' })
@Index('idempotent_answers_created', ['createdAt'])
export class IdempotentAnswer {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName,
  })
  workspaceId: string;

  /** A keyed hash of the caller's key. */
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName })
  key: Buffer;

  /** A keyed hash of what was asked. */
  @Column({ type: 'bytea' })
  fingerprint: Buffer;

  @Column({ type: 'smallint' })
  status: number;

  /** The answer as it was sent; null once the customer that it was about has been deleted. */
  @Column({ type: 'text', nullable: true })
  body: string | null;

  /** The records that the answer is about: `cus_…`, `con_…` or `click:` and its id. */
  @Column({ type: 'text', array: true, collation: 'C' })
  subjects: string[];

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;
}
