import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, isISO31661Alpha2 } from 'class-validator';
import { isCurrency } from '../money/currency.js';
import { parseInstant } from '../time/instant.js';
import { IsText } from './text.js';
const METADATA_KEYS = 50;
const METADATA_BYTES = 10 * 1024;
const TOLERANCE_MS = 5 * 60_000;
/** Amounts on the wire, in minor units. */
export const MAX_AMOUNT = 999_999_999_999;
const check = (name, message, validate) => ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
const change = (transform) => Transform(({ value }) => typeof value === 'string' ? transform(value) : value);
/** An email address, trimmed and lower-cased. */
export const IsEmailText = () => applyDecorators(change((text) => text.trim().toLowerCase()), check('isEmailText', 'must be an email address of at most 255 characters', (value) => typeof value === 'string' &&
    Array.from(value).length <= 255 &&
    /^[^\s@]+@[^\s@]+$/.test(value)));
/** Only ASCII letters: in Unicode, `ß` is `SS` in upper case, the code of South Sudan. */
const toUpperCase = (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
/** An ISO 3166-1 alpha-2 code in either case, kept in upper case. */
export const IsCountry = () => applyDecorators(change(toUpperCase), check('isCountry', 'must be an ISO 3166-1 alpha-2 code such as GB', (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value) && isISO31661Alpha2(value)));
/** An ISO 4217 code in either case, kept in upper case. */
export const IsCurrencyCode = () => applyDecorators(change(toUpperCase), check('isCurrencyCode', 'must be an ISO 4217 code such as USD', (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value) && isCurrency(value)));
/** An integer of minor units from 0 to 999,999,999,999. */
export const IsAmount = () => check('isAmount', 'must be an integer of minor units from 0 to 999999999999', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT);
/** A timestamp with an offset, from 1970 up to 5 minutes ahead of now. */
export const IsEventTime = () => check('isEventTime', 'must be a timestamp with an offset, such as 2026-03-01T12:00:00Z, from 1970 and not in the future', (value) => {
    const instant = typeof value === 'string' ? parseInstant(value) : undefined;
    if (!instant)
        return false;
    return instant.getTime() >= 0 && instant.getTime() <= Date.now() + TOLERANCE_MS;
});
/** The instant of a validated event time; a time ahead of now is now. */
export function eventTime(text, now) {
    const instant = text ? parseInstant(text) : undefined;
    return !instant || instant > now ? now : instant;
}
function isMetadata(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const entries = Object.entries(value);
    return (entries.length <= METADATA_KEYS &&
        entries.every(([, entry]) => typeof entry === 'string' || typeof entry === 'boolean' || Number.isFinite(entry)) &&
        Buffer.byteLength(JSON.stringify(value)) <= METADATA_BYTES);
}
/** A flat object of at most 50 keys with string, number or boolean values, 10 KB as JSON. */
export const IsMetadata = () => check('isMetadata', 'must be a flat object of at most 50 keys with string, number or boolean values, at most 10 KB', isMetadata);
/** An id or a name: 1 to 255 characters. */
export const IsName = () => IsText(1, 255);
//# sourceMappingURL=fields.js.map