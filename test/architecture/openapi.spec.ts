import { operationsOf } from '../../apps/api/src/openapi/document.js';
import { readOpenApi } from '../../apps/api/src/openapi.js';
import { openApi } from '../support/openapi.js';
import { declaredRoutes, type DeclaredRoute } from '../support/routes.js';
import { TestApp } from '../support/start-app.js';

const operations = [...operationsOf(openApi)];

const routeOf = ({ path, method }: { path: string; method: string }): string =>
  `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

describe('docs/openapi.json', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await TestApp.start();
    routes = declaredRoutes(app);
  });

  afterAll(() => app.stop());

  it('documents every route and nothing else', () => {
    expect(operations.map(routeOf).sort()).toEqual(routes.map(({ route }) => route).sort());
  });

  it('says of every operation what access it needs', () => {
    for (const documented of operations) {
      const route = routes.find((declared) => declared.route === routeOf(documented));
      expect(documented.operation['x-access']).toEqual(route?.access);
      expect(documented.operation.security).toHaveLength(route?.isPublic ? 0 : 2);
    }
  });

  it('names operations uniquely, by resource and verb', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });

  it('closes every schema that has properties', () => {
    for (const schema of Object.values(openApi.components.schemas)) {
      if (schema.properties) expect(schema.additionalProperties).toBe(false);
    }
  });

  it('describes every field, parameter and response', () => {
    for (const [name, { properties = {} }] of Object.entries(openApi.components.schemas)) {
      for (const [field, { description, $ref, const: value, type }] of Object.entries(properties)) {
        const isSelfEvident = value !== undefined || name === 'Failure';
        if (!isSelfEvident && !description) {
          throw new Error(`${name}.${field} has no description (${String($ref ?? type)})`);
        }
      }
    }
    for (const { operation } of operations) {
      expect(operation.summary).toBeTruthy();
      for (const parameter of operation.parameters ?? []) {
        if (!('$ref' in parameter)) expect(parameter.description).toBeTruthy();
      }
    }
  });

  it('puts the API under a prefix, and leaves health at the root', () => {
    const document = readOpenApi('api/v1');
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    expect(document.paths['/livez']?.servers).toEqual([{ url: '/' }]);
    expect(document.paths['/customers']?.servers).toBeUndefined();
  });
});
