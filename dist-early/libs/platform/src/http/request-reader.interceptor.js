var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable, } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ValidationFailed } from '../errors/app-error.js';
import { UnreadBody, faultOfText } from './json-body.js';
/**
 * Reads body and query once the guards have passed, and refuses what no route takes: repeated,
 * empty or malformed query parameters, NUL characters, a body or a query that the route does not
 * declare.
 */
let RequestReaderInterceptor = class RequestReaderInterceptor {
    intercept(context, next) {
        const request = context
            .switchToHttp()
            .getRequest();
        const declared = declaredInputs(context);
        for (const [name, value] of Object.entries(request.params)) {
            refuse(name, faultOfText(value));
        }
        request.query = readQuery(request.raw.url ?? '', declared.query);
        request.body = readBody(request.body, declared.body);
        return next.handle();
    }
};
RequestReaderInterceptor = __decorate([
    Injectable()
], RequestReaderInterceptor);
export { RequestReaderInterceptor };
/** Which of body and query a controller's method has as an argument. */
function declaredInputs(context) {
    const metadata = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {});
    const types = new Set(Object.keys(metadata).map((key) => Number(key.split(':')[0])));
    return {
        body: types.has(RouteParamtypes.BODY),
        query: types.has(RouteParamtypes.QUERY),
    };
}
function readQuery(url, isDeclared) {
    const parameters = {};
    const queryStart = url.indexOf('?');
    if (queryStart < 0)
        return parameters;
    for (const pair of url.slice(queryStart + 1).split('&')) {
        if (pair === '')
            continue;
        const [rawName = '', ...rest] = pair.split('=');
        const name = decode(rawName);
        const value = decode(rest.join('='));
        refuse(name, faultOfText(name) ?? faultOfText(value));
        if (!isDeclared)
            refuse(name, 'is not a parameter of this route');
        if (Object.hasOwn(parameters, name))
            refuse(name, 'must be given once');
        // A blank search is no search: its parameter says so.
        if (value === '' && name !== 'search')
            refuse(name, 'must not be empty');
        Object.defineProperty(parameters, name, { value, enumerable: true });
    }
    return parameters;
}
function decode(text) {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        throw ValidationFailed.of('', 'The query is not valid percent-encoded UTF-8');
    }
}
function readBody(body, isDeclared) {
    const value = body instanceof UnreadBody ? body.read() : undefined;
    if (value === undefined)
        return {};
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw ValidationFailed.of('', 'The body must be a JSON object');
    }
    if (!isDeclared && Object.keys(value).length > 0) {
        throw ValidationFailed.of('', 'This route takes no body');
    }
    return value;
}
function refuse(path, fault) {
    if (fault !== undefined)
        throw ValidationFailed.of(path, fault);
}
//# sourceMappingURL=request-reader.interceptor.js.map