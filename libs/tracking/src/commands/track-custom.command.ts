import { IdentityWrites } from '@app/customers';
import type { Recorded } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TrackedConversionDto } from '../conversion.dto.js';
import type { TrackCustomDto } from '../track-conversion.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Stores a custom event once, and stitches it to its customer. */
export class TrackCustom extends Command<Recorded<TrackedConversionDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly custom: TrackCustomDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

@CommandHandler(TrackCustom)
export class TrackCustomHandler implements ICommandHandler<TrackCustom> {
  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute(command: TrackCustom): Promise<Recorded<TrackedConversionDto>> {
    const sent = { type: 'custom', body: command.custom } as const;
    return this.writes.run(
      command,
      this.recorder.step(sent, (recorded) => recorded),
    );
  }
}
