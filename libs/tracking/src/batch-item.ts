import { upsertStep, type WriteStep } from '@app/customers';
import { ValidationFailed, readDto } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { ITEM_BODIES, type ItemResultDto, type ItemType } from './batch.dto.js';
import { clickStep } from './commands/track-click.command.js';
import { refundStep } from './commands/track-refund.command.js';
import type { ConversionRecorder, SentConversion } from './record-conversion.js';

/** What an item did, and to which record. */
type ItemOutcome = Pick<ItemResultDto, 'status' | 'id'>;

/** An item that has been read: what to do in a transaction. */
export type BatchItem = WriteStep<ItemOutcome>;

const TYPES = Object.keys(ITEM_BODIES).join(', ');

const isItemType = (type: unknown): type is ItemType =>
  typeof type === 'string' && Object.hasOwn(ITEM_BODIES, type);

/** Reads an item with the DTO of its type. Throws `ValidationFailed`. */
export function readItem(
  workspace: Workspace,
  item: unknown,
  recorder: ConversionRecorder,
): BatchItem {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw ValidationFailed.of('', 'must be a JSON object');
  }
  // An export writes a cursor into its lines, so that an interrupted one can go on.
  const { type, cursor, ...body } = item as { type?: unknown; cursor?: unknown };
  if (cursor !== undefined && typeof cursor !== 'string') {
    throw ValidationFailed.of('cursor', 'must be a string');
  }
  if (!isItemType(type)) throw ValidationFailed.of('type', `must be one of ${TYPES}`);
  switch (type) {
    case 'customer':
      return upsertStep(readDto(ITEM_BODIES.customer, body), (_write, { id, created }) => {
        return () => ({ status: created ? 'created' : 'updated', id });
      });
    case 'click':
      return clickStep(workspace, readDto(ITEM_BODIES.click, body), ({ record, created }) =>
        outcomeOf(created, record.clickId),
      );
    case 'refund':
      return refundStep(readDto(ITEM_BODIES.refund, body), ({ id }) => ({ status: 'updated', id }));
    case 'lead':
      return conversionItem(recorder, { type, body: readDto(ITEM_BODIES.lead, body) });
    case 'sale':
      return conversionItem(recorder, { type, body: readDto(ITEM_BODIES.sale, body) });
    case 'custom':
      return conversionItem(recorder, { type, body: readDto(ITEM_BODIES.custom, body) });
  }
}

const outcomeOf = (created: boolean, id: string): ItemOutcome => ({
  status: created ? 'created' : 'duplicate',
  id,
});

const conversionItem = (recorder: ConversionRecorder, sent: SentConversion): BatchItem =>
  recorder.step(sent, ({ record, created }) => outcomeOf(created, record.id));
