import { Click, CohortCell, CohortDelta, Conversion, RetentionCell, SpendingCell, Touch, } from "./libs/analytics/src/index.js";
import { Claim, Customer, CustomerVisitor } from "./libs/customers/src/index.js";
import { ExchangeRate, postgresOptions } from "./libs/platform/src/index.js";
import { ApiKey, Workspace } from "./libs/workspaces/src/index.js";
/** Every table of the service, for whoever migrates it or compares it with its entities. */
export const ormOptions = (settings) => ({
    ...postgresOptions(settings),
    entities: [
        ApiKey,
        Claim,
        Click,
        CohortCell,
        CohortDelta,
        Conversion,
        Customer,
        CustomerVisitor,
        ExchangeRate,
        RetentionCell,
        SpendingCell,
        Touch,
        Workspace,
    ],
});
//# sourceMappingURL=ormconfig.js.map