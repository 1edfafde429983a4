import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Injectable } from '@nestjs/common';
import { findCustomer } from './customer.store.js';
import { CustomerNotFound } from './customers.errors.js';

/** Looks up who a route's `:id` is, ahead of any snapshot. */
@Injectable()
export class CustomerIds {
  constructor(private readonly database: Database) {}

  /** The `cus_` id of a live customer. Throws `CustomerNotFound`. */
  async resolve(workspace: Workspace, ref: string): Promise<string> {
    const customer = await findCustomer(this.database, workspace.id, ref);
    if (!customer) throw new CustomerNotFound();
    return customer.id;
  }
}
