import { IdentityWrites } from '@app/customers';
import type { Recorded } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TrackedConversionDto } from '../conversion.dto.js';
import type { TrackSaleDto } from '../track-conversion.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Stores a sale once, and stitches it to its customer. Throws `UnsupportedCurrency`. */
export class TrackSale extends Command<Recorded<TrackedConversionDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly sale: TrackSaleDto,
    readonly idempotencyKey?: IdempotencyKey,
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

  async execute(command: TrackSale): Promise<Recorded<TrackedConversionDto>> {
    const sent = { type: 'sale', body: command.sale } as const;
    return this.writes.run(
      command,
      this.recorder.step(sent, (recorded) => recorded),
    );
  }
}
