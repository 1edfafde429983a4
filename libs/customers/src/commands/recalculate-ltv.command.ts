import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { ApiProperty } from '@nestjs/swagger';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdentityWrites } from '../identity/identity-writes.js';
import { needsOfRef } from '../identity/needs.js';
import { recalculate } from '../identity/recalculate.js';

/** What a recalculation found. */
export class RecalculationDto {
  /** The customer's id. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  customerId: string;

  /** Net of the counting sales, from the events, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 12_900 })
  ltv: number;

  /** What was stored before, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 12_900 })
  previousLtv: number;

  /** How many counting sales the events have. */
  @ApiProperty({ type: 'integer', example: 2 })
  sales: number;

  /** How many approved leads the events have. */
  @ApiProperty({ type: 'integer', example: 1 })
  leads: number;

  /** The workspace's reporting currency, ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency: string;

  /** When it was recomputed. */
  @ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' })
  recalculatedAt: string;
}

/** Recomputes all that is derived from a customer's events. Throws `CustomerNotFound`. */
export class RecalculateLtv extends Command<RecalculationDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…` or `ext_…`. */
    readonly ref: string,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

@CommandHandler(RecalculateLtv)
export class RecalculateLtvHandler implements ICommandHandler<RecalculateLtv> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: RecalculateLtv): Promise<RecalculationDto> {
    const { workspace, ref } = command;
    return this.writes.run(command, {
      needs: needsOfRef(ref),
      // It reads all of the customer's events.
      alone: true,
      apply: async (write) => {
        const customer = await write.customers.liveByRef(ref);
        write.subject = customer.id;
        const previousLtv = customer.ltv;
        await recalculate(write, customer);
        const { id: customerId, ltv, sales, leads } = customer;
        const recalculatedAt = write.now.toISOString();
        const { currency } = workspace;
        return () => ({ customerId, ltv, previousLtv, sales, leads, currency, recalculatedAt });
      },
    });
  }
}
