import { IdentityWrites } from '@app/customers';
import { toAppError } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readItem, type BatchItem } from '../batch-item.js';
import { BatchResultDto, type ItemResultDto, type TrackBatchDto } from '../batch.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/** Applies several events in order, each on its own: all of an item stands, or nothing of it. */
export class TrackBatch extends Command<BatchResultDto> {
  constructor(
    readonly workspace: Workspace,
    readonly batch: TrackBatchDto,
  ) {
    super();
  }
}

type Result = Omit<ItemResultDto, 'index'>;
/** An item that can be applied, or what is wrong with it. */
type ReadItem = BatchItem | Result;

const isReadable = (item: ReadItem): item is BatchItem => 'apply' in item;

@CommandHandler(TrackBatch)
export class TrackBatchHandler implements ICommandHandler<TrackBatch> {
  private readonly logger = new Logger(TrackBatchHandler.name);

  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute({ workspace, batch }: TrackBatch): Promise<BatchResultDto> {
    const items = batch.events.map((event) => this.read(workspace, event));
    const answers = await this.writes.runAll(workspace, items.filter(isReadable));
    const lost = answers.find((answer) => answer.status === 'rejected');
    // Nothing is stored: the whole request failed. Otherwise what is stored must be answered.
    if (lost && answers.every(isUnavailable)) throw lost.reason;
    const rest = answers.values();
    const results = items.map((item): Result => {
      if (!isReadable(item)) return item;
      const answer = rest.next().value;
      return answer?.status === 'fulfilled' ? answer.value : this.refusal(answer?.reason);
    });
    return { results: results.map((result, index) => ({ index, ...result })) };
  }

  private read(workspace: Workspace, event: unknown): ReadItem {
    try {
      return readItem(workspace, event, this.recorder);
    } catch (error) {
      return this.refusal(error);
    }
  }

  private refusal(thrown: unknown): Result {
    const error = toAppError(thrown);
    if (error.kind === 'failed') this.logger.error(error.cause);
    const { code, message, details } = error;
    return {
      status: 'error',
      id: null,
      error: { code, message, ...(details && { details: [...details] }) },
    };
  }
}

const isUnavailable = (answer: PromiseSettledResult<unknown>): boolean =>
  answer.status === 'rejected' && toAppError(answer.reason).kind === 'unavailable';
