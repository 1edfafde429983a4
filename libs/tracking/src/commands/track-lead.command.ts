import { IdentityWrites } from '@app/customers';
import type { Recorded } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TrackedConversionDto } from '../conversion.dto.js';
import type { TrackLeadDto } from '../track-conversion.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Stores a lead once, and stitches it to its customer. */
export class TrackLead extends Command<Recorded<TrackedConversionDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly lead: TrackLeadDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

@CommandHandler(TrackLead)
export class TrackLeadHandler implements ICommandHandler<TrackLead> {
  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute(command: TrackLead): Promise<Recorded<TrackedConversionDto>> {
    const sent = { type: 'lead', body: command.lead } as const;
    return this.writes.run(
      command,
      this.recorder.step(sent, (recorded) => recorded),
    );
  }
}
