import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table idempotent_answers (
  workspace_id text collate "C" not null,
  key bytea not null,
  fingerprint bytea not null,
  status smallint not null,
  body text,
  subjects text[] collate "C" not null,
  created_at timestamptz(3) not null,
  constraint idempotent_answers_pkey primary key (workspace_id, key)
);
create index idempotent_answers_subjects on idempotent_answers using gin (subjects);
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
