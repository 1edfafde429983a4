import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from './scopes.js';

/** An API key of a workspace. Only the SHA-256 of the key itself is kept. */
@Entity('api_keys')
@Index('api_keys_hash', ['hash'], { unique: true })
@Index('api_keys_workspace', ['workspaceId', 'id'])
export class ApiKey {
  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'api_keys_pkey' })
  id: string;

  @Column({ type: 'text', collation: 'C', name: 'workspace_id' })
  workspaceId: string;

  @Column({ type: 'text' })
  name: string;

  /** The first characters of the key: enough to recognise it by, useless to guess it from. */
  @Column({ type: 'text' })
  prefix: string;

  @Column({ type: 'bytea' })
  hash: Buffer;

  @Column({ type: 'text', array: true })
  scopes: Scope[];

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
