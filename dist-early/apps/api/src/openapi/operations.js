import { REQUESTS, sampleOf } from './examples.js';
import { failureOf, failureReference, failureResponse, headersOf } from './failures.js';
import { PARAMETERS, idParameterOf } from './parameters.js';
import { tidied, unwrapped } from './schemas.js';
const JSON_TYPE = 'application/json';
/** Adds to an operation what all of its kind have in common. */
export function describedOperation(path, method, raw, schemas) {
    const isAnalytics = raw.tags.includes('analytics');
    const parameters = [
        ...raw.parameters.map((parameter) => described(path, parameter)),
        ...headerParameters(isAnalytics),
    ];
    return {
        operationId: raw.operationId,
        tags: raw.tags,
        summary: raw.summary.replace(/\.$/, ''),
        ...(raw.description && { description: unwrapped(raw.description) }),
        ...(raw['x-access'] && { 'x-access': raw['x-access'] }),
        security: raw['x-access'] ? [{ apiKey: [] }, { bearer: [] }] : [],
        parameters,
        ...(raw.requestBody && {
            requestBody: { required: true, content: { [JSON_TYPE]: requestOf(raw) } },
        }),
        responses: {
            ...successes(raw, isAnalytics, schemas),
            ...failures(raw, method, isAnalytics),
        },
    };
}
function described(path, parameter) {
    if (parameter.in === 'path')
        return idParameterOf(path);
    const { name, required = false, description, schema } = parameter;
    return {
        name,
        in: parameter.in,
        required,
        ...(description && { description: unwrapped(description) }),
        schema: tidied(schema),
    };
}
const headerParameters = (isAnalytics) => (isAnalytics ? Object.keys(PARAMETERS) : ['RequestId']).map((name) => ({
    $ref: `#/components/parameters/${name}`,
}));
function requestOf({ operationId, requestBody }) {
    const examples = REQUESTS[operationId];
    if (!examples)
        throw new Error(`${operationId} has no example of its body`);
    return { schema: tidied(requestBody?.content[JSON_TYPE]?.schema ?? {}), examples };
}
function successes({ responses, 'x-access': access }, isAnalytics, schemas) {
    const limits = access ? ['RateLimit', 'RateLimit-Policy'] : [];
    const caching = isAnalytics ? ['X-Cache', 'Age', 'ETag', 'Cache-Control'] : [];
    const headers = headersOf('X-Request-Id', ...limits, ...caching);
    const answered = Object.entries(responses).filter(([status]) => Number(status) < 300);
    const isRecord = answered.length > 1;
    return {
        ...Object.fromEntries(answered.map(([status, { content }]) => [
            status,
            {
                description: descriptionOf(status, isRecord),
                headers,
                content: { [JSON_TYPE]: answerOf(tidied(content?.[JSON_TYPE]?.schema ?? {}), schemas) },
            },
        ])),
        ...(isAnalytics && {
            304: { description: 'The answer is the one with the `ETag` of `If-None-Match`.', headers },
        }),
    };
}
function descriptionOf(status, isRecord) {
    if (status === '201')
        return 'The record is new.';
    return isRecord ? 'The record was there.' : 'Success.';
}
/** The envelope of SPEC section 2; a list also has its pagination. */
function answerOf(data, schemas) {
    const variants = data.oneOf ?? [data];
    const pagination = { $ref: '#/components/schemas/Pagination' };
    const schema = {
        type: 'object',
        properties: {
            success: { type: 'boolean', const: true },
            data,
            ...(data.items && { pagination }),
        },
        required: ['success', 'data', ...(data.items ? ['pagination'] : [])],
        additionalProperties: false,
    };
    const examples = variants.map((variant) => ({
        value: {
            success: true,
            data: sampleOf(variant, schemas),
            ...(data.items && { pagination: sampleOf(pagination, schemas) }),
        },
    }));
    return {
        schema,
        examples: Object.fromEntries(examples.map((example, i) => [exampleName(variants[i]), example])),
    };
}
const exampleName = (schema) => (schema?.items?.$ref ?? schema?.$ref ?? 'answer').replace(/^.*\//, '');
function failures(raw, method, isAnalytics) {
    const access = {
        401: failureReference('Unauthenticated'),
        403: failureReference('Forbidden'),
        429: failureReference('RateLimited'),
    };
    const body = {
        413: failureReference('TooLarge'),
        415: failureReference('UnsupportedMediaType'),
    };
    const own = Object.entries(raw.responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, { description }]) => [status, failureResponse([failureOf(description)])]);
    return {
        400: failureReference('Invalid'),
        ...(raw['x-access'] && access),
        ...Object.fromEntries(own),
        // A body is read before it is known whether the route takes one.
        ...(method !== 'get' && body),
        500: failureReference(isAnalytics ? 'AnalyticsFailed' : 'Failed'),
        503: failureReference('Unavailable'),
    };
}
//# sourceMappingURL=operations.js.map