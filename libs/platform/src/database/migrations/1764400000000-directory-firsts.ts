import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries are taken out of the index of the grams while they are rewritten, and re-entered in the
 * background: otherwise each would be entered anew right here. Searches are exact all the while.
 */
const UP = `
alter table customer_directory
  add column first_seen_at timestamptz(3), add column campaign_id text collate "C",
  add column source text collate "C";

update customer_directory entry
set first_seen_at = customer.first_seen_at, campaign_id = click.campaign_id,
  source = click.source, indexed = false
from customers customer
left join clicks click
  on click.workspace_id = customer.workspace_id and click.click_id = customer.first_touch_click_id
where customer.workspace_id = entry.workspace_id and customer.id = entry.customer_id;

delete from directory_weeks;

alter table customer_directory alter column first_seen_at set not null;

create index customer_directory_first_seen
  on customer_directory (workspace_id, first_seen_at, customer_id);
create index customer_directory_campaign
  on customer_directory (workspace_id, campaign_id, created_at, customer_id)
  include (first_seen_at);
create index customer_directory_source
  on customer_directory (workspace_id, source, created_at, customer_id)
  include (first_seen_at);
`;

const DOWN = `
drop index customer_directory_first_seen, customer_directory_campaign, customer_directory_source;
alter table customer_directory drop column first_seen_at, drop column campaign_id,
  drop column source;
`;

export class DirectoryFirsts1764400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
