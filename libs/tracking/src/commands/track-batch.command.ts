import { IdentityWrites, type IdentityWrite } from '@app/customers';
import {
  RunAgain,
  ServiceUnavailable,
  isConflict,
  isTimeout,
  isUnreachable,
  toAppError,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readItem, type BatchItem } from '../batch-item.js';
import { BatchResultDto, type ItemResultDto, type TrackBatchDto } from '../batch.dto.js';
import { ConversionRecorder } from '../record-conversion.js';

/**
 * A transaction holds what its items touch until its end: few items keep other writers' waits short,
 * many share the cost of a commit.
 */
const ITEMS_A_TRANSACTION = 60;

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

/**
 * Not one item's fault: the transaction is lost, or runs again by itself. It must not be tried once
 * more here: where the connection broke, its commit may have gone through.
 */
const concernsAll = (error: unknown): boolean =>
  error instanceof ServiceUnavailable ||
  error instanceof RunAgain ||
  isConflict(error) ||
  isUnreachable(error) ||
  isTimeout(error);

@CommandHandler(TrackBatch)
export class TrackBatchHandler implements ICommandHandler<TrackBatch> {
  private readonly logger = new Logger(TrackBatchHandler.name);

  constructor(
    private readonly writes: IdentityWrites,
    private readonly recorder: ConversionRecorder,
  ) {}

  async execute({ workspace, batch }: TrackBatch): Promise<BatchResultDto> {
    const items = batch.events.map((event) => this.read(workspace, event));
    const results: Result[] = [];
    for (let i = 0; i < items.length; i += ITEMS_A_TRANSACTION) {
      const some = items.slice(i, i + ITEMS_A_TRANSACTION);
      try {
        results.push(...(await this.applyAll(workspace, some)));
      } catch (error) {
        // Nothing is stored yet: the whole request failed. Later, what is stored must be answered.
        if (i === 0) throw error;
        results.push(...items.slice(i).map((item) => this.notReached(item, error)));
        break;
      }
    }
    return { results: results.map((result, index) => ({ index, ...result })) };
  }

  /** An item that was refused before it came to the database stays refused for its own reason. */
  private notReached(item: ReadItem, error: unknown): Result {
    return 'keys' in item ? this.refusal(error) : item;
  }

  /** Without a savepoint for each item, which is a quarter faster; with them once one is refused. */
  private async applyAll(workspace: Workspace, items: ReadItem[]): Promise<Result[]> {
    const keys = items.flatMap((item) => ('keys' in item ? item.keys : []));
    const inTurn = (
      apply: (write: IdentityWrite, item: BatchItem) => Promise<Result>,
    ): Promise<Result[]> =>
      this.writes.run(workspace, keys, async (write) => {
        const results: Result[] = [];
        for (const item of items) {
          results.push('keys' in item ? await apply(write, item) : item);
        }
        return results;
      });
    try {
      return await inTurn((write, item) => item.apply(write));
    } catch (error) {
      if (concernsAll(error)) throw error;
      return inTurn((write, item) => this.applyAlone(write, item));
    }
  }

  private read(workspace: Workspace, event: unknown): ReadItem {
    try {
      return readItem(workspace, event, this.recorder);
    } catch (error) {
      return this.refusal(error);
    }
  }

  private async applyAlone(write: IdentityWrite, item: BatchItem): Promise<Result> {
    try {
      return await write.part(() => item.apply(write));
    } catch (error) {
      if (concernsAll(error)) throw error;
      return this.refusal(error);
    }
  }

  private refusal(thrown: unknown): Result {
    const error = toAppError(thrown);
    if (error.kind === 'failed') this.logger.error(error.cause);
    const { code, message, details } = error;
    return { status: 'error', id: null, error: { code, message, ...(details && { details }) } };
  }
}
