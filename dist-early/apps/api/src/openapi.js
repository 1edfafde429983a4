import { Env } from "../../../libs/platform/src/index.js";
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiModule } from './api.module.js';
import { ABOUT, SECURITY_SCHEMES, TAGS, TITLE } from './openapi/about.js';
import { operationsOf, } from './openapi/document.js';
import { FAILURES } from './openapi/failures.js';
import { describedOperation } from './openapi/operations.js';
import { packageRoot } from './openapi/package-root.js';
import { HEADERS, PARAMETERS } from './openapi/parameters.js';
import { schemasOf } from './openapi/schemas.js';
/**
 * The OpenAPI document, from the code. It needs the build: only there has the Swagger plugin turned
 * comments into descriptions. Nothing is connected to: in preview mode Nest makes no provider.
 */
export async function buildOpenApi(prefix) {
    const env = { ...Env.read({}), DATABASE_URL: 'postgres://localhost' };
    const app = await NestFactory.create(ApiModule.forRoot(env), new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
    const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
    const raw = SwaggerModule.createDocument(app, config);
    return atPrefix(describedDocument(raw), prefix);
}
/** The document that is committed as docs/openapi.json: the service answers it as it is. */
export function readOpenApi(prefix) {
    const file = path.join(packageRoot(), 'docs/openapi.json');
    return atPrefix(JSON.parse(readFileSync(file, 'utf8')), prefix);
}
function describedDocument(raw) {
    const schemas = schemasOf(raw.components.schemas);
    const paths = {};
    for (const { name } of TAGS) {
        for (const { path: url, method, operation } of operationsOf(raw)) {
            if (operation.tags[0] !== name)
                continue;
            const item = (paths[url] ??= {});
            item[method] = describedOperation(url, method, operation, schemas);
        }
    }
    return {
        openapi: '3.1.0',
        info: {
            title: TITLE,
            version: version(),
            description: ABOUT,
            license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/' }],
        tags: TAGS,
        paths,
        components: {
            securitySchemes: SECURITY_SCHEMES,
            parameters: PARAMETERS,
            headers: HEADERS,
            responses: FAILURES,
            schemas,
        },
    };
}
function version() {
    const file = path.join(packageRoot(), 'package.json');
    return JSON.parse(readFileSync(file, 'utf8')).version;
}
/** Puts the API's routes under a prefix; those without a key stay at the root. */
function atPrefix(document, prefix) {
    if (!prefix)
        return document;
    for (const { path: url, operation } of operationsOf(document)) {
        const item = document.paths[url];
        if (item && operation.security.length === 0)
            item.servers = [{ url: '/' }];
    }
    return { ...document, servers: [{ url: `/${prefix}` }] };
}
//# sourceMappingURL=openapi.js.map