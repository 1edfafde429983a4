var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { ValidationFailed } from '../errors/app-error.js';
/** A body of a megabyte has room for a hundred thousand: the answer names some. */
const MOST_UNKNOWN = 20;
const fieldsByType = new Map();
/** The fields that a DTO validates: all that a request may have. */
function fieldsOf(type) {
    let fields = fieldsByType.get(type);
    if (!fields) {
        const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
        fields = new Set(metadata.map(({ propertyName }) => propertyName));
        fieldsByType.set(type, fields);
    }
    return fields;
}
function detailsOf(errors, parent = '') {
    return errors.flatMap(({ property, constraints, children }) => {
        const path = parent ? `${parent}.${property}` : property;
        const own = Object.values(constraints ?? {}).map((message) => ({ path, message }));
        return [...own, ...detailsOf(children ?? [], path)];
    });
}
const isObject = (value) => typeof value === 'object' && value !== null;
const textsAndNumbersOf = (value) => Object.fromEntries(Object.entries(value).filter(([, field]) => !isObject(field)));
/** Kept from class-transformer: it would rebuild them, and trips over a key named `constructor`. */
const objectsOf = (value) => Object.fromEntries(Object.entries(value).filter(([, field]) => isObject(field)));
/**
 * A plain value as a validated DTO. Throws `ValidationFailed` with every faulty field. Unknown
 * fields are refused before class-transformer runs: one named `constructor` would mislead it.
 */
export function readDto(type, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw ValidationFailed.of('', 'must be a JSON object');
    }
    const known = fieldsOf(type);
    const fields = Object.entries(value);
    const given = Object.fromEntries(fields.filter(([name]) => known.has(name)));
    const unknown = fields.filter(([name]) => !known.has(name)).slice(0, MOST_UNKNOWN);
    const dto = plainToInstance(type, textsAndNumbersOf(given), { exposeDefaultValues: true });
    Object.assign(dto, objectsOf(given));
    const errors = validateSync(dto, { stopAtFirstError: true, forbidUnknownValues: false });
    const details = [
        ...unknown.map(([path]) => ({ path, message: 'is not a known field' })),
        ...detailsOf(errors),
    ];
    if (details.length > 0)
        throw new ValidationFailed(details);
    return dto;
}
/** Validates every argument that is a DTO. */
let DtoPipe = class DtoPipe {
    transform(value, { metatype, type }) {
        if (!metatype || (type !== 'body' && type !== 'query'))
            return value;
        return readDto(metatype, value);
    }
};
DtoPipe = __decorate([
    Injectable()
], DtoPipe);
export { DtoPipe };
//# sourceMappingURL=read-dto.js.map