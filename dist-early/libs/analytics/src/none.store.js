import { AnalyticsStore } from './analytics-store.js';
import { AnalyticsUnavailable } from './analytics.errors.js';
/** ANALYTICS_BACKEND=none: there is nobody to ask. */
export class NoneStore extends AnalyticsStore {
    ask() {
        return Promise.reject(new AnalyticsUnavailable('No analytics backend is configured.'));
    }
    ping() {
        return Promise.resolve(false);
    }
}
//# sourceMappingURL=none.store.js.map