import { IdentityWrites } from '@app/customers';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkMove } from '../conversion-moves.js';
import { ConversionDto } from '../conversion.dto.js';
import { type UpdateConversionDto } from '../track-conversion.dto.js';
import { toConversionDto } from '../conversion-view.js';
import { moveConversion } from '../move-conversion.js';

/** Moves a conversion. Throws `ConversionNotFound`, `StatusMoveRefused`, `RefundRefused`. */
export class UpdateConversion extends Command<ConversionDto> {
  constructor(
    readonly workspace: Workspace,
    readonly id: string,
    readonly changes: UpdateConversionDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
    checkMove(changes);
  }
}

@CommandHandler(UpdateConversion)
export class UpdateConversionHandler implements ICommandHandler<UpdateConversion> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: UpdateConversion): Promise<ConversionDto> {
    const { workspace, id, changes } = command;
    return this.writes.run(command, {
      needs: { conversionIds: [id] },
      apply: async (write) => {
        const conversion = await write.conversions.byId(id);
        const moved = await moveConversion(write, conversion, changes);
        const answer = toConversionDto(moved, workspace.currency);
        return () => answer;
      },
    });
  }
}
