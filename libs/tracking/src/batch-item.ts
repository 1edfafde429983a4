import { keysOf, upsertCustomer, type IdentityKey, type IdentityWrite } from '@app/customers';
import { ValidationFailed, readDto } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { ITEM_BODIES, type ItemResultDto, type ItemType } from './batch.dto.js';
import { keysOfClick, recordClick } from './commands/track-click.command.js';
import { recordRefund } from './commands/track-refund.command.js';
import { keysOfConversion, type ConversionRecorder } from './record-conversion.js';

/** What an item did, and to which record. */
type ItemOutcome = Pick<ItemResultDto, 'status' | 'id'>;

/** An item that has been read: the keys that it names, and what to do in the batch's transaction. */
export interface BatchItem {
  keys: IdentityKey[];
  apply: (write: IdentityWrite) => Promise<ItemOutcome>;
}

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
  const { type, ...body } = item as { type?: unknown };
  if (!isItemType(type)) throw ValidationFailed.of('type', `must be one of ${TYPES}`);
  switch (type) {
    case 'customer': {
      const customer = readDto(ITEM_BODIES.customer, body);
      return {
        keys: keysOf(customer),
        apply: async (write) => {
          const { id, created } = await upsertCustomer(write, customer);
          return { status: created ? 'created' : 'updated', id };
        },
      };
    }
    case 'click': {
      const click = readDto(ITEM_BODIES.click, body);
      return {
        keys: keysOfClick(workspace, click),
        apply: async (write) => {
          const { record, created } = await recordClick(write, click);
          return { status: created ? 'created' : 'duplicate', id: record.clickId };
        },
      };
    }
    case 'refund': {
      const refund = readDto(ITEM_BODIES.refund, body);
      return {
        keys: [`order:sale:${refund.orderId}`],
        apply: async (write) => {
          const { id } = await recordRefund(write, refund);
          return { status: 'updated', id };
        },
      };
    }
    default:
      return conversionItem(type, body, recorder);
  }
}

function conversionItem(
  type: 'lead' | 'sale' | 'custom',
  body: object,
  recorder: ConversionRecorder,
): BatchItem {
  const sent =
    type === 'lead'
      ? { type, body: readDto(ITEM_BODIES.lead, body) }
      : type === 'sale'
        ? { type, body: readDto(ITEM_BODIES.sale, body) }
        : { type, body: readDto(ITEM_BODIES.custom, body) };
  return {
    keys: keysOfConversion(sent),
    apply: async (write) => {
      const { record, created } = await recorder.record(write, sent);
      return { status: created ? 'created' : 'duplicate', id: record.id };
    },
  };
}
