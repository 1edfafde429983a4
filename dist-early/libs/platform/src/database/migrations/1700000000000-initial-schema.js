const UP = `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table workspaces (
  id text collate "C" constraint workspaces_pkey primary key,
  slug text collate "C" not null,
  name text not null,
  plan text not null,
  timezone text not null,
  currency text not null,
  attribution_window_days integer not null,
  hash_secret text not null,
  created_at timestamptz(3) not null,
  constraint workspaces_window check (attribution_window_days between 1 and 365)
);
create unique index workspaces_slug on workspaces (slug);

create table api_keys (
  id text collate "C" constraint api_keys_pkey primary key,
  workspace_id text collate "C" not null,
  name text not null,
  prefix text not null,
  hash bytea not null,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
create unique index api_keys_hash on api_keys (hash);
create index api_keys_workspace on api_keys (workspace_id, id);

create table exchange_rates (
  currency text collate "C" not null,
  day date not null,
  rate numeric not null,
  constraint exchange_rates_pkey primary key (currency, day)
);

create table clicks (
  workspace_id text collate "C" not null,
  click_id text collate "C" not null,
  link_id text collate "C" not null,
  campaign_id text collate "C",
  source text collate "C",
  medium text collate "C",
  referrer text,
  country text,
  visitor_id text collate "C",
  visitor_key text collate "C",
  occurred_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  constraint clicks_pkey primary key (workspace_id, click_id)
);
create index clicks_visitor on clicks (workspace_id, visitor_key) where visitor_key is not null;

create table conversions (
  workspace_id text collate "C" not null,
  id text collate "C" not null,
  type text collate "C" not null,
  event_name text collate "C" not null,
  customer_id text collate "C",
  click_id text collate "C",
  order_id text collate "C",
  status text collate "C" not null,
  amount bigint,
  currency text,
  refunded_amount bigint,
  refunded_at timestamptz(3),
  rate_from text,
  rate_to text,
  reporting_amount bigint,
  reporting_refunded bigint,
  occurred_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  metadata jsonb not null,
  external_id text collate "C",
  email text collate "C",
  name text,
  avatar text,
  country text,
  constraint conversions_pkey primary key (workspace_id, id)
);
create unique index conversions_order on conversions (workspace_id, type, order_id)
  where order_id is not null and type <> 'custom';
create unique index conversions_custom_order on conversions (workspace_id, event_name, order_id)
  where order_id is not null and type = 'custom';
create index conversions_occurred on conversions (workspace_id, occurred_at, id);
create index conversions_customer on conversions (workspace_id, customer_id, occurred_at, id);
create index conversions_refunds on conversions (workspace_id, customer_id, refunded_at, id)
  where refunded_amount > 0;
create index conversions_waiting_email on conversions (workspace_id, email)
  where customer_id is null and email is not null;
create index conversions_waiting_click on conversions (workspace_id, click_id)
  where customer_id is null and click_id is not null;
create index conversions_order_id on conversions (workspace_id, order_id)
  where order_id is not null;

create table customers (
  workspace_id text collate "C" not null,
  id text collate "C" not null,
  external_id text collate "C",
  email text collate "C",
  name text,
  avatar text,
  country text,
  metadata jsonb not null,
  search_text text collate "C" not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  first_seen_at timestamptz(3) not null,
  earliest_touch_at timestamptz(3),
  earliest_touch_click_id text collate "C",
  first_conversion_at timestamptz(3),
  first_touch_click_id text collate "C",
  last_activity_at timestamptz(3),
  leads integer not null,
  sales integer not null,
  ltv bigint not null,
  constraint customers_pkey primary key (workspace_id, id)
);
create unique index customers_external_id on customers (workspace_id, external_id);
create index customers_email on customers (workspace_id, email) where email is not null;
create index customers_created on customers (workspace_id, created_at, id)
  where deleted_at is null;
create index customers_ltv on customers (workspace_id, ltv, id) where deleted_at is null;
create index customers_activity on customers (workspace_id, last_activity_at, id)
  where deleted_at is null;
create index customers_activity_desc
  on customers (workspace_id, last_activity_at desc nulls last, id desc) where deleted_at is null;
create index customers_first_seen on customers (workspace_id, first_seen_at);
create index customers_search on customers using gin (workspace_id, search_text gin_trgm_ops)
  where deleted_at is null;

create table claims (
  workspace_id text collate "C" not null,
  click_id text collate "C" not null,
  customer_id text collate "C" not null,
  constraint claims_pkey primary key (workspace_id, click_id, customer_id)
);
create index claims_customer on claims (workspace_id, customer_id);

create table customer_visitors (
  workspace_id text collate "C" not null,
  visitor_key text collate "C" not null,
  customer_id text collate "C" not null,
  constraint customer_visitors_pkey primary key (workspace_id, visitor_key, customer_id)
);
create index customer_visitors_customer on customer_visitors (workspace_id, customer_id);

create table touches (
  workspace_id text collate "C" not null,
  customer_id text collate "C" not null,
  click_id text collate "C" not null,
  occurred_at timestamptz(3) not null,
  constraint touches_pkey primary key (workspace_id, customer_id, click_id)
);
create index touches_occurred on touches (workspace_id, customer_id, occurred_at, click_id);
create index touches_click on touches (workspace_id, click_id);
`;
const DOWN = `
drop table touches, customer_visitors, claims, customers, conversions, clicks, exchange_rates,
  api_keys, workspaces;
`;
export class InitialSchema1700000000000 {
    async up(queryRunner) {
        await queryRunner.query(UP);
    }
    async down(queryRunner) {
        await queryRunner.query(DOWN);
    }
}
//# sourceMappingURL=1700000000000-initial-schema.js.map