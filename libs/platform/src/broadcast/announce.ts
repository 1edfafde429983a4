import type { EntityManager } from 'typeorm';
import type { Transaction } from '../database/transaction.js';
import { Statement } from '../database/statement.js';
import { messageText, type Topic } from './topic.js';

/** Of PostgreSQL's LISTEN and NOTIFY, which are a database's own. */
export const CHANNEL = 'customers_api';

export const NOTIFY = new Statement('broadcast.notify', 'select pg_notify($1, $2)');

/** Tells every instance as part of a transaction: when it commits, and never when it does not. */
export async function announce<Message extends object>(
  transaction: Transaction | EntityManager,
  topic: Topic<Message>,
  message: Message,
): Promise<void> {
  const values = [CHANNEL, messageText(topic, message)];
  if ('rows' in transaction) await transaction.rows(NOTIFY, values);
  else await transaction.query(NOTIFY.text, values);
}
