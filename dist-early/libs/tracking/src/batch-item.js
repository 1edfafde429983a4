import { keysOf, upsertCustomer } from "../../customers/src/index.js";
import { ValidationFailed, readDto } from "../../platform/src/index.js";
import { ITEM_BODIES } from './batch.dto.js';
import { keysOfClick, recordClick } from './commands/track-click.command.js';
import { recordRefund } from './commands/track-refund.command.js';
import { keysOfConversion } from './record-conversion.js';
const TYPES = Object.keys(ITEM_BODIES).join(', ');
const isItemType = (type) => typeof type === 'string' && Object.hasOwn(ITEM_BODIES, type);
/** Reads an item with the DTO of its type. Throws `ValidationFailed`. */
export function readItem(workspace, item, recorder) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
        throw ValidationFailed.of('', 'must be a JSON object');
    }
    const { type, ...body } = item;
    if (!isItemType(type))
        throw ValidationFailed.of('type', `must be one of ${TYPES}`);
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
function conversionItem(type, body, recorder) {
    const sent = type === 'lead'
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
//# sourceMappingURL=batch-item.js.map