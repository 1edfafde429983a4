import pg from 'pg';

/** Everything that is stored of workspaces, read beside the service's own connections. */
export class WorkspaceDump {
  private readonly client: pg.Client;
  private text = '';

  constructor(url: string) {
    this.client = new pg.Client({ connectionString: url, application_name: 'dump' });
  }

  async open(): Promise<void> {
    await this.client.connect();
    const { rows } = await this.client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'workspace_id'
         and table_name <> 'api_keys'`,
    );
    this.text = rows
      .map(
        ({ name }) =>
          `select '${name}' || ' ' || (to_jsonb(t) - 'search_text')::text as row from "${name}" t
           where workspace_id = $1`,
      )
      .join(' union all ');
  }

  /** Each row of each table, in one view of the database. */
  async of(workspaceId: string): Promise<string[]> {
    const { rows } = await this.client.query<{ row: string }>(this.text, [workspaceId]);
    return rows.map(({ row }) => row).sort();
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

const ID = /\b(aud|cus|con|ws|key|req)_[0-9A-Z]{26}\b/g;
const HASH = /\\\\x[0-9a-f]{32,}|"visitor_key": "[^"]*"/g;
const THIS_YEARS_TIMES = /"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[^"]*"/g;
const GIVEN_TIMES = /^"2026-01-0\d/;
/** Numbered by the database as they come: what is rolled back leaves a gap. */
const NUMBER = /"id": \d+/g;

/** What is put into several rows here and into one there comes to the same: the doctor adds it up. */
const DELTAS = /^(cohort|conversion)_deltas /;

/** The rows without what differs between two runs of the same: ids, hashes and the time of the run. */
export const comparable = (rows: readonly string[]): string[] =>
  rows
    .filter((row) => !DELTAS.test(row))
    .map((row) =>
      row
        .replace(ID, '$1')
        .replace(HASH, 'hash')
        .replace(NUMBER, '"id"')
        .replaceAll('\\"', '"')
        .replace(THIS_YEARS_TIMES, (time) => (GIVEN_TIMES.test(time) ? time : 'now')),
    )
    .sort();
