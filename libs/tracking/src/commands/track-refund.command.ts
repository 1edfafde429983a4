import { IdentityWrites, type IdentityWrite } from '@app/customers';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Conversion } from '@app/analytics';
import type { Move } from '../conversion-moves.js';
import { ConversionDto } from '../conversion.dto.js';
import { type TrackRefundDto } from '../track-conversion.dto.js';
import { CONVERSION_BY_ORDER } from '../conversion.store.js';
import { toConversionDto } from '../conversion-view.js';
import { moveConversion } from '../move-conversion.js';
import { ConversionNotFound } from '../tracking.errors.js';

/** Refunds the sale with this orderId. Throws `ConversionNotFound`, `RefundRefused`. */
export class TrackRefund extends Command<ConversionDto> {
  constructor(
    readonly workspace: Workspace,
    readonly refund: TrackRefundDto,
  ) {
    super();
  }
}

/** The part of the command that a batch runs inside its own transaction. */
export async function recordRefund(
  write: IdentityWrite,
  { orderId, refundedAmount, refundedAt }: TrackRefundDto,
): Promise<Conversion> {
  const values = [write.workspace.id, 'sale', orderId];
  const sale = await write.transaction.first(CONVERSION_BY_ORDER, values);
  if (!sale) throw new ConversionNotFound();
  const move: Move =
    refundedAmount === undefined || refundedAmount === null
      ? { status: 'refunded', refundedAt: refundedAt ?? null }
      : { refundedAmount, refundedAt: refundedAt ?? null };
  return moveConversion(write, sale.id, move);
}

@CommandHandler(TrackRefund)
export class TrackRefundHandler implements ICommandHandler<TrackRefund> {
  constructor(private readonly writes: IdentityWrites) {}

  execute({ workspace, refund }: TrackRefund): Promise<ConversionDto> {
    return this.writes.run(workspace, [], async (write) =>
      toConversionDto(await recordRefund(write, refund), workspace.currency),
    );
  }
}
