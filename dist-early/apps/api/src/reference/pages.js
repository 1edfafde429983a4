import { configurationPage, environmentExample } from './configuration.js';
import { errorsPage } from './errors.js';
import { scopesAndPlansPage } from './scopes-and-plans.js';
/** Every generated file but the OpenAPI document itself, by its path from the package's root. */
export const referencePages = (document) => ({
    '.env.example': environmentExample(),
    'docs/reference/configuration.md': configurationPage(),
    'docs/reference/errors.md': errorsPage(),
    'docs/reference/scopes-and-plans.md': scopesAndPlansPage(document),
});
//# sourceMappingURL=pages.js.map