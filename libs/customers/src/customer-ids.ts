import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Injectable } from '@nestjs/common';
import { findCustomer } from './customer.store.js';
import { CustomerNotFound } from './customers.errors.js';

/** Looks up who a route's `:id` is, ahead of any snapshot. */
@Injectable()
export class CustomerIds {
  constructor(private readonly database: Database) {}

  /**
   * The question that `ask` makes of a live customer's `cus_` id. Throws what `ask` throws ahead of
   * `CustomerNotFound`: validation comes before existence.
   */
  async resolve<Question>(
    workspace: Workspace,
    ref: string,
    ask: (customerId: string) => Question,
  ): Promise<Question> {
    const customer = await findCustomer(this.database, workspace.id, ref);
    const question = ask(customer?.id ?? '');
    if (!customer) throw new CustomerNotFound();
    return question;
  }
}
