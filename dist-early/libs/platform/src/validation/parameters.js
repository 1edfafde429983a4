import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, ValidateBy } from 'class-validator';
import { isDay } from '../time/calendar.js';
import { parseInstant } from '../time/instant.js';
const INTEGER = /^(0|[1-9]\d{0,15})$/;
const toInteger = ({ value }) => typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
const toBoolean = ({ value }) => value === 'true' ? true : value === 'false' ? false : value;
function check(name, message, validate) {
    return ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
}
/** A query parameter that is a plain decimal integer from `min` to `max`. */
export const IntegerParameter = (min, max = Number.MAX_SAFE_INTEGER) => applyDecorators(Transform(toInteger), check('integerParameter', max === Number.MAX_SAFE_INTEGER
    ? `must be an integer of at least ${String(min)}`
    : `must be an integer from ${String(min)} to ${String(max)}`, (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max));
/** A query parameter that is `true` or `false`. */
export const BooleanParameter = () => applyDecorators(Transform(toBoolean), IsBoolean({ message: 'must be true or false' }));
/** A calendar day, `2026-03-01`. */
export const IsDay = () => check('isDay', 'must be a day such as 2026-03-01', (value) => typeof value === 'string' && isDay(value));
/** A calendar day or an ISO 8601 timestamp with an offset. */
export const IsDayOrInstant = () => check('isDayOrInstant', 'must be a day such as 2026-03-01 or a timestamp such as 2026-03-01T12:00:00Z', (value) => typeof value === 'string' && (isDay(value) || parseInstant(value) !== undefined));
//# sourceMappingURL=parameters.js.map