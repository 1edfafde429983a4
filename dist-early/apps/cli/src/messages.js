// What the commands say to the buses. They load it when they run: it brings all libs with it.
export { RecalculateAll } from "../../../libs/customers/src/index.js";
export { ImportRates, parseInstant, parseRates } from "../../../libs/platform/src/index.js";
export { MAX_EVENTS, TrackBatch } from "../../../libs/tracking/src/index.js";
export { CreateKey, CreateWorkspace, GetWorkspace, ListKeys, ListWorkspaces, RevokeKey, RotateKey, UpdateWorkspace, } from "../../../libs/workspaces/src/index.js";
export { readItem } from './import-item.js';
//# sourceMappingURL=messages.js.map