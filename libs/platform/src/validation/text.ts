import { ValidateBy, buildMessage, type ValidationOptions } from 'class-validator';

const lengthOf = (text: string): number => Array.from(text).length;

/** A string of `min` to `max` Unicode code points. */
export const IsText = (min: number, max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isText',
      constraints: [min, max],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && lengthOf(value) >= min && lengthOf(value) <= max,
        defaultMessage: buildMessage(
          () => `must be a string of ${String(min)} to ${String(max)} characters`,
        ),
      },
    },
    options,
  );
