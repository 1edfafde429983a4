import { compareText } from "../../../platform/src/index.js";
/** The order of touches: by time, then by click. */
export const compareTouchpoints = (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || compareText(a.clickId, b.clickId);
//# sourceMappingURL=touchpoint.js.map