import { netOf } from "../../customers/src/index.js";
import { toWire } from "../../platform/src/index.js";
/** A conversion as it is on the wire. */
export function toConversionDto(conversion, reportingCurrency) {
    const isSale = conversion.type === 'sale';
    return {
        id: conversion.id,
        type: conversion.type,
        eventName: conversion.eventName,
        customerId: conversion.customerId,
        clickId: conversion.clickId,
        orderId: conversion.orderId,
        status: conversion.status,
        amount: conversion.amount,
        currency: conversion.currency,
        refundedAmount: conversion.refundedAmount,
        refundedAt: toWire(conversion.refundedAt),
        reportingAmount: conversion.reportingAmount,
        reportingNet: isSale ? netOf(conversion) : null,
        reportingCurrency: isSale ? reportingCurrency : null,
        occurredAt: conversion.occurredAt.toISOString(),
        createdAt: conversion.createdAt.toISOString(),
        metadata: conversion.metadata,
    };
}
//# sourceMappingURL=conversion-view.js.map