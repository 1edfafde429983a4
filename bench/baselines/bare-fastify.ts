import fastify from 'fastify';
import pg from 'pg';
import { Child, doJobs } from '../measure/child.js';

/** What a Fastify app of one route answers with, and nothing else in it. */
export type BareJob =
  | { answers: 'object'; json: string }
  | { answers: 'customer'; databaseUrl: string; workspaceId: string; connections: number };

/** The row that the service reads for `GET /customers/:id`, by one prepared statement. */
const CUSTOMER = {
  name: 'customer',
  text: `select customer.id, customer.external_id as "externalId", customer.email,
      customer.name, customer.avatar, customer.country, customer.metadata,
      customer.created_at as "createdAt", customer.updated_at as "updatedAt",
      customer.first_seen_at as "firstSeenAt", customer.last_activity_at as "lastActivityAt",
      click.click_id as "clickId", click.link_id as "linkId", click.campaign_id as "campaignId",
      click.source, click.medium, click.referrer, click.occurred_at as "occurredAt",
      customer.leads, customer.sales, customer.ltv
    from customers customer
    left join clicks click on click.workspace_id = customer.workspace_id
      and click.click_id = customer.first_touch_click_id
    where customer.workspace_id = $1 and customer.id = $2 and customer.deleted_at is null`,
};

interface CustomerRow {
  clickId: string | null;
  linkId: string | null;
  campaignId: string | null;
  source: string | null;
  medium: string | null;
  referrer: string | null;
  occurredAt: Date | null;
}

async function serve(job: BareJob): Promise<string> {
  const app = fastify({ logger: false });
  if (job.answers === 'object') {
    const object = JSON.parse(job.json) as object;
    app.get('/answer', (_request, reply) => reply.send(object));
  } else {
    pg.types.setTypeParser(pg.types.builtins.INT8, Number);
    const pool = new pg.Pool({ connectionString: job.databaseUrl, max: job.connections });
    app.get<{ Params: { id: string } }>('/customers/:id', async (request, reply) => {
      const values = [job.workspaceId, request.params.id];
      const { rows } = await pool.query<CustomerRow>({ ...CUSTOMER, values });
      const [row] = rows;
      if (!row) return reply.code(404).send({ success: false });
      const { clickId, linkId, campaignId, source, medium, referrer, occurredAt, ...rest } = row;
      const touch = { clickId, linkId, campaignId, source, medium, referrer, occurredAt };
      const firstTouch = clickId === null ? null : touch;
      return reply.send({ success: true, data: { ...rest, firstTouch, currency: 'USD' } });
    });
  }
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** Starts it in a process of its own; answers its URL. */
export async function startBareFastify(
  job: BareJob,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = Child.start<BareJob, string>(new URL(import.meta.url));
  return { url: await child.ask(job), stop: () => child.stop() };
}

if (process.send && process.argv[1]?.endsWith('bare-fastify.js')) doJobs(serve);
