var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { keysOf } from "../../customers/src/index.js";
import { ExchangeRates, Recorded, ValidationFailed, convert, eventTime, newId, } from "../../platform/src/index.js";
import { Injectable } from '@nestjs/common';
import { moved, checkMove } from './conversion-moves.js';
import { CONVERSION_BY_ORDER, CUSTOM_BY_ORDER, INSERT_CONVERSION } from './conversion.store.js';
import { toConversionDto } from './conversion-view.js';
import { differencesOf } from './differences.js';
const DEFAULT_NAME = { lead: 'Lead', sale: 'Sale', custom: '' };
/**
 * The identity keys that a conversion names. Throws `ValidationFailed` when it names nobody or
 * contradicts itself: also a repeat, of which nothing else is looked at.
 */
export function keysOfConversion({ type, body }) {
    if (!body.externalId && !body.email && !body.clickId) {
        throw ValidationFailed.of('externalId', 'one of externalId, email and clickId must be given');
    }
    if (type === 'sale')
        checkSale(body);
    const order = body.orderId ? [`order:${type}:${body.orderId}`] : [];
    return [...keysOf(body), ...order];
}
function checkSale(sale) {
    checkMove(sale);
    if ((sale.refundedAmount ?? 0) > sale.amount) {
        throw ValidationFailed.of('refundedAmount', 'must not be more than the amount of the sale');
    }
}
/** Stores a conversion once, and stitches it to the customer that it resolves to. */
let ConversionRecorder = class ConversionRecorder {
    constructor(rates) {
        this.rates = rates;
    }
    /** Throws `ValidationFailed` or `UnsupportedCurrency`, before anything is written. */
    async record(write, sent) {
        const { workspace } = write;
        const stored = await this.find(write, sent);
        if (stored) {
            const differs = differencesOf(comparableOf(sent, stored.createdAt), stored);
            const view = toConversionDto(stored, workspace.currency);
            return new Recorded({ ...view, duplicate: true, differs }, false);
        }
        const conversion = await this.build(write, sent);
        const identity = sent.body;
        const customer = await write.resolve(identity, conversion.occurredAt);
        conversion.customerId = customer?.id ?? null;
        await insert(write, conversion);
        if (customer)
            await write.attach(customer, conversion);
        await write.settle();
        const view = toConversionDto(conversion, workspace.currency);
        return new Recorded({ ...view, duplicate: false, differs: [] }, true);
    }
    async find(write, { type, body }) {
        if (!body.orderId)
            return undefined;
        return type === 'custom'
            ? write.transaction.first(CUSTOM_BY_ORDER, [write.workspace.id, body.eventName, body.orderId])
            : write.transaction.first(CONVERSION_BY_ORDER, [write.workspace.id, type, body.orderId]);
    }
    async build(write, { type, body }) {
        const { workspace, now } = write;
        const conversion = {
            workspaceId: workspace.id,
            id: newId('con'),
            type,
            eventName: body.eventName ?? DEFAULT_NAME[type],
            customerId: null,
            clickId: body.clickId ?? null,
            orderId: body.orderId ?? null,
            status: body.status ?? 'approved',
            amount: null,
            currency: null,
            refundedAmount: null,
            refundedAt: null,
            rateFrom: null,
            rateTo: null,
            reportingAmount: null,
            reportingRefunded: null,
            occurredAt: eventTime(body.occurredAt, now),
            createdAt: now,
            metadata: body.metadata ?? {},
            externalId: body.externalId ?? null,
            email: body.email ?? null,
            name: body.name ?? null,
            avatar: body.avatar ?? null,
            country: body.country ?? null,
        };
        return type === 'sale' ? this.price(write, conversion, body) : conversion;
    }
    /** Adds the money of a sale, and the refund that it was tracked with. */
    async price(write, conversion, sale) {
        const to = write.workspace.currency;
        const from = sale.currency ?? to;
        const rate = from === to
            ? null
            : await this.rates.rateAt(write.transaction, { from, to }, conversion.occurredAt);
        const reportingAmount = rate ? convert(sale.amount, { from, to }, rate) : sale.amount;
        if (!Number.isSafeInteger(reportingAmount)) {
            throw ValidationFailed.of('amount', `is more than 2^53 minor units of ${to}`);
        }
        const priced = {
            ...conversion,
            amount: sale.amount,
            currency: from,
            refundedAmount: 0,
            rateFrom: rate?.from ?? null,
            rateTo: rate?.to ?? null,
            reportingAmount,
            reportingRefunded: 0,
        };
        const refund = {
            status: sale.status === 'refunded' ? sale.status : null,
            refundedAmount: sale.refundedAmount ?? null,
            refundedAt: sale.refundedAt ?? conversion.occurredAt.toISOString(),
        };
        if (refund.status === null && refund.refundedAmount === null)
            return priced;
        return moved({ ...priced, status: 'approved' }, refund, to, write.now);
    }
};
ConversionRecorder = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [ExchangeRates])
], ConversionRecorder);
export { ConversionRecorder };
/** What a repeat gives, in the form in which it would have been stored. */
/** `storedAt` was now then: a time ahead of it was stored as it. */
function comparableOf({ type, body }, storedAt) {
    const time = (text) => text ? eventTime(text, storedAt) : undefined;
    const refundedAt = type === 'sale' ? time(body.refundedAt) : undefined;
    return { ...body, occurredAt: time(body.occurredAt), refundedAt };
}
async function insert(write, conversion) {
    await write.transaction.rows(INSERT_CONVERSION, [
        conversion.workspaceId,
        conversion.id,
        conversion.type,
        conversion.eventName,
        conversion.customerId,
        conversion.clickId,
        conversion.orderId,
        conversion.status,
        conversion.amount,
        conversion.currency,
        conversion.refundedAmount,
        conversion.refundedAt,
        conversion.rateFrom,
        conversion.rateTo,
        conversion.reportingAmount,
        conversion.reportingRefunded,
        conversion.occurredAt,
        conversion.createdAt,
        conversion.metadata,
        conversion.externalId,
        conversion.email,
        conversion.name,
        conversion.avatar,
        conversion.country,
    ]);
}
//# sourceMappingURL=record-conversion.js.map