import { IdentityWrites } from '@app/customers';
import type { Recorded } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TrackedConversionDto } from '../conversion.dto.js';
import type { TrackSaleDto } from '../track-conversion.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Stores a sale once, and stitches it to its customer. Throws `UnsupportedCurrency`. */
export class TrackSale extends Command<Recorded<TrackedConversionDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly sale: TrackSaleDto,
  ) {
    super();
  }
}

@CommandHandler(TrackSale)
export class TrackSaleHandler implements ICommandHandler<TrackSale> {
  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute({ workspace, sale }: TrackSale): Promise<Recorded<TrackedConversionDto>> {
    const step = this.recorder.step({ type: 'sale', body: sale }, (recorded) => recorded);
    return this.writes.run(workspace, step);
  }
}
