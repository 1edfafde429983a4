/** Shapes that fields of many DTOs have in the OpenAPI document. */
export const NULLABLE_TEXT = { type: String, nullable: true } as const;

/** An id or a name that may be left out. */
export const OPTIONAL_NAME = { ...NULLABLE_TEXT, minLength: 1, maxLength: 255 } as const;

/** An email address, with or without spaces around it. */
export const OPTIONAL_EMAIL = {
  ...NULLABLE_TEXT,
  maxLength: 255,
  pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$',
} as const;

/** A country by two letters, in either case. */
export const OPTIONAL_COUNTRY = { ...NULLABLE_TEXT, pattern: '^[A-Za-z]{2}$' } as const;

/** A currency by three letters, in either case. */
export const OPTIONAL_CURRENCY = { ...NULLABLE_TEXT, pattern: '^[A-Za-z]{3}$' } as const;

/** A day, or a timestamp with an offset. */
export const DAY_OR_INSTANT = {
  type: String,
  pattern: '^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}.*)?$',
} as const;
