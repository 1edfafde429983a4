import { ValidateBy, buildMessage } from 'class-validator';
const lengthOf = (text) => Array.from(text).length;
/** A string of `min` to `max` Unicode code points. */
export const IsText = (min, max, options) => ValidateBy({
    name: 'isText',
    constraints: [min, max],
    validator: {
        validate: (value) => typeof value === 'string' && lengthOf(value) >= min && lengthOf(value) <= max,
        defaultMessage: buildMessage(() => `must be a string of ${String(min)} to ${String(max)} characters`),
    },
}, options);
//# sourceMappingURL=text.js.map