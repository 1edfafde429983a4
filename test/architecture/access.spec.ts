import { declaredRoutes, type DeclaredRoute } from '../support/routes.js';
import { TestApp } from '../support/start-app.js';

/** SPEC section 3. */
const SCOPE_OF: Record<string, string> = {
  'GET /customers': 'links:read',
  'GET /customers/count': 'links:read',
  'GET /customers/:id': 'links:read',
  'GET /customers/cohorts': 'links:read',
  'GET /customers/:id/journey': 'links:read',
  'GET /customers/:id/attribution': 'links:read',
  'GET /customers/export': 'analytics:read',
  'GET /conversions/export': 'analytics:read',
  'GET /clicks/export': 'analytics:read',
  'GET /conversions': 'links:read',
  'GET /conversions/:id': 'links:read',
  'GET /customers/ltv-cohorts': 'analytics:read',
  'POST /customers': 'links:create',
  'POST /customers/:id/recalculate-ltv': 'links:create',
  'PATCH /customers/:id': 'links:update',
  'DELETE /customers/:id': 'links:delete',
  'POST /track/click': 'events:create',
  'POST /track/lead': 'events:create',
  'POST /track/sale': 'events:create',
  'POST /track/refund': 'events:create',
  'POST /track/custom': 'events:create',
  'POST /track/batch': 'events:create',
  'PATCH /conversions/:id': 'events:update',
};

const PUBLIC_ROUTES = ['GET /livez', 'GET /readyz'];

describe('access', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await TestApp.start();
    routes = declaredRoutes(app);
  });

  afterAll(() => app.stop());

  it('is declared by every route, as @Access or as @Public', () => {
    const undeclared = routes.filter(({ access, isPublic }) => Boolean(access) === isPublic);
    expect(undeclared).toEqual([]);
  });

  it('needs the scope that the contract says, and revenueTracking', () => {
    const declared = routes.filter(({ access }) => access);
    expect(Object.fromEntries(declared.map(({ route, access }) => [route, access?.scope]))).toEqual(
      SCOPE_OF,
    );
    expect(new Set(declared.map(({ access }) => access?.entitlement))).toEqual(
      new Set(['revenueTracking']),
    );
  });

  it('is public only for health', () => {
    const open = routes.filter(({ isPublic }) => isPublic).map(({ route }) => route);
    expect(open.sort()).toEqual(PUBLIC_ROUTES);
  });
});
