import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table audit_entries (
  workspace_id text collate "C" not null,
  id text collate "C" not null,
  at timestamptz(3) not null,
  actor text not null,
  action text collate "C" not null,
  subject text collate "C",
  request_id text,
  details jsonb not null,
  constraint audit_entries_pkey primary key (workspace_id, id)
);
`;

export class AuditEntries1764300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_entries');
  }
}
