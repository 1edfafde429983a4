import { IdentityWrites, type WriteStep } from '@app/customers';
import { originOf, toAppError } from '@app/platform';
import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readItem } from '../batch-item.js';
import { BatchResultDto, type ItemResultDto, type TrackBatchDto } from '../batch.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Applies several events in order, each on its own: all of an item stands, or nothing of it. */
export class TrackBatch extends Command<BatchResultDto> {
  constructor(
    readonly workspace: Workspace,
    readonly batch: TrackBatchDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

type Result = Omit<ItemResultDto, 'index'>;

@CommandHandler(TrackBatch)
export class TrackBatchHandler implements ICommandHandler<TrackBatch> {
  private readonly logger = new Logger(TrackBatchHandler.name);

  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute(command: TrackBatch): Promise<BatchResultDto> {
    const { workspace, batch } = command;
    const items = batch.events.map((event) => this.read(workspace, batch, event));
    return this.writes.runAll(command, items, (answers) => ({
      results: answers.map((answer, index) => ({
        index,
        ...(answer.status === 'fulfilled' ? answer.value : this.refusal(batch, answer.reason)),
      })),
    }));
  }

  /** What cannot be read is refused in its turn, so that a repeat of the batch has an answer as well. */
  private read(workspace: Workspace, batch: TrackBatchDto, event: unknown): WriteStep<Result> {
    try {
      return readItem(workspace, event, this.recorder);
    } catch (error) {
      const refusal = this.refusal(batch, error);
      return { needs: {}, apply: () => Promise.resolve(() => refusal) };
    }
  }

  private refusal(batch: TrackBatchDto, thrown: unknown): Result {
    const error = toAppError(thrown);
    if (error.kind === 'failed') {
      this.logger.error(error.cause, { requestId: originOf(batch) });
    }
    const { code, message, details } = error;
    return {
      status: 'error',
      id: null,
      error: { code, message, ...(details && { details: [...details] }) },
    };
  }
}
