import { Binding, Statement, newId, type Sql, type Transaction } from '@app/platform';
import type { Actor } from './actor.js';
import { AuditEntry, type AuditAction, type AuditDetails } from './audit-entry.entity.js';

/** What TypeORM's own transactions have in common. */
interface Inserting {
  insert(entity: typeof AuditEntry, entry: AuditEntry): Promise<unknown>;
}

const RECORD = new Statement<unknown>(
  'audit.record',
  `insert into audit_entries (workspace_id, id, at, actor, action, subject, request_id, details)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** What is written down, besides by whom and when. */
export interface Deed {
  workspaceId: string;
  action: AuditAction;
  subject: string | null;
  details?: AuditDetails;
}

/** Writes down who did something, by the transaction that does it. */
export async function recordDeed(
  by: Inserting | Transaction,
  { name, requestId }: Actor,
  { workspaceId, action, subject, details = {} }: Deed,
): Promise<void> {
  const entry: AuditEntry = {
    workspaceId,
    id: newId('aud'),
    at: new Date(),
    actor: name,
    action,
    subject,
    requestId,
    details,
  };
  if ('insert' in by) {
    await by.insert(AuditEntry, entry);
    return;
  }
  const { id, at } = entry;
  const values = [workspaceId, id, at, name, action, subject, requestId, details];
  await by.rows(RECORD, values);
}

/** A part of a workspace's log. */
export interface AuditSelection {
  since?: Date | undefined;
  /** Exclusive. */
  until?: Date | undefined;
  action?: string | undefined;
}

function conditionsOf(
  workspaceId: string,
  { since, until, action }: AuditSelection,
  binding: Binding,
): string {
  const conditions = [`workspace_id = ${binding.add(workspaceId)}`];
  if (since) conditions.push(`at >= ${binding.add(since)}`);
  if (until) conditions.push(`at < ${binding.add(until)}`);
  if (action !== undefined) conditions.push(`action = ${binding.add(action)}`);
  return conditions.join(' and ');
}

/** Some entries, oldest first, behind the one that was read last. */
export function entriesSql(
  workspaceId: string,
  selection: AuditSelection,
  after: string,
  limit: number,
): Sql {
  const binding = new Binding();
  const conditions = conditionsOf(workspaceId, selection, binding);
  const text = `select workspace_id as "workspaceId", id, at, actor, action, subject,
      request_id as "requestId", details
    from audit_entries where ${conditions} and id > ${binding.add(after)}
    order by id limit ${binding.add(limit)}`;
  return { text, values: binding.values };
}

export const PRUNE = new Statement<{ pruned: number }>(
  'audit.prune',
  `with gone as (
     delete from audit_entries where workspace_id = $1 and at < $2 returning 1
   )
   select count(*)::int as pruned from gone`,
);
