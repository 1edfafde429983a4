import { ValidateBy, buildMessage, type ValidationOptions } from 'class-validator';

/** Whether a text has `min` to `max` Unicode code points. */
export function isLengthBetween(text: string, min: number, max: number): boolean {
  // A code point is one or two units: most texts need no counting.
  if (text.length < min || text.length > 2 * max) return false;
  if (text.length >= 2 * min && text.length <= max) return true;
  let length = 0;
  for (const _point of text) length += 1;
  return length >= min && length <= max;
}

/** A string of `min` to `max` Unicode code points. */
export const IsText = (min: number, max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isText',
      constraints: [min, max],
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isLengthBetween(value, min, max),
        defaultMessage: buildMessage(
          () => `must be a string of ${String(min)} to ${String(max)} characters`,
        ),
      },
    },
    options,
  );
