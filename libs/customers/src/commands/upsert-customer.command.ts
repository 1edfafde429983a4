import { Recorded, eventTime } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import type { CustomerDto, UpsertCustomerDto } from '../customer.dto.js';
import { toCustomerDto } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import type { IdentityWrite } from '../identity/identity-write.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { needsOf } from '../identity/needs.js';
import type { Outcome, WriteStep } from '../identity/write-step.js';

/** Creates a customer, or updates the one with the same externalId. */
export class UpsertCustomer extends Command<Recorded<CustomerDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly customer: UpsertCustomerDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

/** The upsert as a step that a batch and a request share; its answer is made by who asks. */
export function upsertStep<T>(
  given: UpsertCustomerDto,
  outcomeOf: (write: IdentityWrite, upserted: { id: string; created: boolean }) => Outcome<T>,
): WriteStep<T> {
  const { externalId, email, clickId } = given;
  return {
    needs: needsOf({ externalId, email, clickId }),
    apply: async (write) => {
      const existing = await write.customers.byExternalId(externalId);
      const since = eventTime(given.createdAt, write.now);
      const customer = await write.customerOf(externalId, since);
      write.subject = customer.id;
      await changeProfile(write, customer, given);
      return outcomeOf(write, { id: customer.id, created: existing === undefined });
    },
  };
}

@CommandHandler(UpsertCustomer)
export class UpsertCustomerHandler implements ICommandHandler<UpsertCustomer> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: UpsertCustomer): Promise<Recorded<CustomerDto>> {
    const { currency } = command.workspace;
    const step = upsertStep(command.customer, (write, { id, created }) => {
      write.show(id);
      return (stored) => {
        const view = stored.viewOf(id);
        if (!view) throw new CustomerNotFound();
        return new Recorded(toCustomerDto(view, currency), created);
      };
    });
    return this.writes.run(command, step);
  }
}
