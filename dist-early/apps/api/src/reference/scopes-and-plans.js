import { variables } from "../../../../libs/platform/src/index.js";
import { ENTITLEMENTS, PLANS, SCOPES, isEntitled } from "../../../../libs/workspaces/src/index.js";
import { operationsOf } from '../openapi/document.js';
import { GENERATED, table } from './table.js';
/** docs/reference/scopes-and-plans.md, from the routes of the OpenAPI document. */
export const scopesAndPlansPage = (document) => `${GENERATED}

# Scopes and plans

A key belongs to one workspace and has scopes; the workspace has a plan, which grants entitlements
and a rate. A request needs both: without the entitlement it is answered
[\`FEATURE_NOT_AVAILABLE\`](errors.md#feature_not_available), without the scope
[\`FORBIDDEN\`](errors.md#forbidden).

## Routes

${table(['route', 'scope', 'entitlement'], routes(document))}

A key made without \`--scopes\` has all of them: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.

## Plans

Requests are counted per workspace and second. The rates are settings: see
[configuration](configuration.md).

${table([
    'plan',
    ...ENTITLEMENTS.map((entitlement) => `\`${entitlement}\``),
    'requests a second',
    'set by',
], PLANS.map((plan) => {
    const name = `RATE_LIMIT_${plan.toUpperCase()}`;
    const rate = variables().find((variable) => variable.name === name)?.default ?? '0';
    return [
        `\`${plan}\``,
        ...ENTITLEMENTS.map((entitlement) => (isEntitled(plan, entitlement) ? 'yes' : 'no')),
        rate === '0' ? 'no limit' : Number(rate).toLocaleString('en'),
        `\`${name}\``,
    ];
}))}
`;
function routes(document) {
    return Array.from(operationsOf(document), ({ path, method, operation }) => {
        const access = operation['x-access'];
        const route = `\`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}\``;
        return access
            ? [route, `\`${access.scope}\``, `\`${access.entitlement}\``]
            : [route, 'none, no key needed', 'none'];
    });
}
//# sourceMappingURL=scopes-and-plans.js.map