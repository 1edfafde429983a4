import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table idempotent_answers (
  workspace_id text collate "C" not null,
  key bytea not null,
  fingerprint bytea not null,
  status smallint not null,
  body text,
  subject text collate "C",
  created_at timestamptz(3) not null,
  constraint idempotent_answers_pkey primary key (workspace_id, key)
);
create index idempotent_answers_subject on idempotent_answers (workspace_id, subject)
  where subject is not null;
create index idempotent_answers_created on idempotent_answers (created_at);
`;

export class IdempotentAnswers1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotent_answers');
  }
}
