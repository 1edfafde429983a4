import { IdentityWrites, type WriteStep } from '@app/customers';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Conversion } from '@app/analytics';
import type { Move } from '../conversion-moves.js';
import { ConversionDto } from '../conversion.dto.js';
import { type TrackRefundDto } from '../track-conversion.dto.js';
import { toConversionDto } from '../conversion-view.js';
import { moveConversion } from '../move-conversion.js';

/** Refunds the sale with this orderId. Throws `ConversionNotFound`, `RefundRefused`. */
export class TrackRefund extends Command<ConversionDto> {
  constructor(
    readonly workspace: Workspace,
    readonly refund: TrackRefundDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

/** A refund as a step that a batch and a request share. */
export function refundStep<T>(
  { orderId, refundedAmount, refundedAt }: TrackRefundDto,
  answerOf: (sale: Conversion) => T,
): WriteStep<T> {
  const order = { type: 'sale', orderId } as const;
  const move: Move =
    refundedAmount === undefined || refundedAmount === null
      ? { status: 'refunded', refundedAt: refundedAt ?? null }
      : { refundedAmount, refundedAt: refundedAt ?? null };
  return {
    needs: { orders: [order] },
    apply: async (write) => {
      const answer = answerOf(
        await moveConversion(write, await write.conversions.byOrder(order), move),
      );
      return () => answer;
    },
  };
}

@CommandHandler(TrackRefund)
export class TrackRefundHandler implements ICommandHandler<TrackRefund> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: TrackRefund): Promise<ConversionDto> {
    const { currency } = command.workspace;
    const step = refundStep(command.refund, (sale) => toConversionDto(sale, currency));
    return this.writes.run(command, step);
  }
}
