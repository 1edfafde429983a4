import { ValidationFailed, codeOf, isCurrency, isTimezone } from "../../platform/src/index.js";
import { PLANS } from './plans.js';
import { isPlan } from './workspace.entity.js';
/** Checks each setting that is given. Throws `ValidationFailed`. */
export async function checkSettings(dataSource, given) {
    const { slug, name, plan, timezone, currency, attributionWindowDays } = given;
    const settings = {};
    if (slug !== undefined) {
        if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug)) {
            throw ValidationFailed.of('slug', 'must be 1 to 63 of a-z, 0-9 and - inside');
        }
        settings.slug = slug;
    }
    if (name !== undefined) {
        if (name.trim() === '' || name.length > 255) {
            throw ValidationFailed.of('name', 'must be 1 to 255 characters');
        }
        settings.name = name;
    }
    if (plan !== undefined) {
        if (!isPlan(plan))
            throw ValidationFailed.of('plan', `must be one of ${PLANS.join(', ')}`);
        settings.plan = plan;
    }
    if (timezone !== undefined) {
        if (!(await isZoneEverywhere(dataSource, timezone))) {
            throw ValidationFailed.of('timezone', 'must be an IANA time zone such as Europe/Berlin');
        }
        settings.timezone = timezone;
    }
    if (currency !== undefined) {
        if (!isCurrency(currency)) {
            throw ValidationFailed.of('currency', 'must be an ISO 4217 code such as USD');
        }
        settings.currency = currency.toUpperCase();
    }
    if (attributionWindowDays !== undefined) {
        const isDays = Number.isInteger(attributionWindowDays);
        if (!isDays || attributionWindowDays < 1 || attributionWindowDays > 365) {
            throw ValidationFailed.of('attributionWindowDays', 'must be an integer from 1 to 365');
        }
        settings.attributionWindowDays = attributionWindowDays;
    }
    return settings;
}
/** What PostgreSQL says of a time zone that it does not know. */
const INVALID_PARAMETER = '22023';
/** Days are cut in TypeScript and in SQL: both must know the zone. */
async function isZoneEverywhere(dataSource, timezone) {
    if (!isTimezone(timezone))
        return false;
    try {
        await dataSource.query('select now() at time zone $1', [timezone]);
        return true;
    }
    catch (error) {
        if (codeOf(error) === INVALID_PARAMETER)
            return false;
        throw error;
    }
}
//# sourceMappingURL=workspace-settings.js.map