/** Shapes that fields of many DTOs have in the OpenAPI document. */
export const NULLABLE_TEXT = { type: String, nullable: true };
/** An id or a name that may be left out. */
export const OPTIONAL_NAME = { ...NULLABLE_TEXT, minLength: 1, maxLength: 255 };
//# sourceMappingURL=schema-shapes.js.map