import { AppError, ServiceUnavailable } from "../../platform/src/index.js";
/** The analytics backend is off, out of reach or too slow. */
export class AnalyticsUnavailable extends ServiceUnavailable {
    constructor(message, cause) {
        super(message, { cause });
    }
}
/** The analytics backend was reached but failed to run the question. */
export class AnalyticsFailed extends AppError {
    constructor(question, cause) {
        super(`The analytics backend failed to answer the question "${question}".`, { cause });
        this.code = 'ANALYTICS_ERROR';
        this.kind = 'failed';
    }
}
//# sourceMappingURL=analytics.errors.js.map