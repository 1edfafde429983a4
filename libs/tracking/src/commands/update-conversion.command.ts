import { IdentityWrites } from '@app/customers';
import type { Workspace } from '@app/workspaces';
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
  ) {
    super();
    checkMove(changes);
  }
}

@CommandHandler(UpdateConversion)
export class UpdateConversionHandler implements ICommandHandler<UpdateConversion> {
  constructor(private readonly writes: IdentityWrites) {}

  execute({ workspace, id, changes }: UpdateConversion): Promise<ConversionDto> {
    return this.writes.run(workspace, {
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
