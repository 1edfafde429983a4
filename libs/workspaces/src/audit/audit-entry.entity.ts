import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What may be in the log. A new one is a line in `docs/guides/operating.md`. */
export type AuditAction =
  | 'workspace.created'
  | 'workspace.updated'
  | 'key.created'
  | 'key.rotated'
  | 'key.revoked'
  | 'customer.deleted'
  | 'identity.erased'
  | 'recalculation.started'
  | 'recalculation.finished'
  | 'repair.started'
  | 'repair.finished'
  | 'export.made'
  | 'audit.pruned';

/** Numbers, ids and settings: never anything that says who a customer is. */
export type AuditDetails = Record<string, string | number | boolean | null | string[]>;

/** Somebody did something. Is kept when all that it was about has gone: it has ids only. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    name: 'workspace_id',
    primaryKeyConstraintName: 'audit_entries_pkey',
  })
  workspaceId: string;

  /** `aud_…`, in the order of time. */
  @PrimaryColumn({
    type: 'text',
    collation: 'C',
    primaryKeyConstraintName: 'audit_entries_pkey',
  })
  id: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text', collation: 'C' })
  action: AuditAction;

  /** The id of what it was done to; null where that is more than one thing. */
  @Column({ type: 'text', collation: 'C', nullable: true })
  subject: string | null;

  @Column({ type: 'text', name: 'request_id', nullable: true })
  requestId: string | null;

  @Column({ type: 'jsonb' })
  details: AuditDetails;
}
