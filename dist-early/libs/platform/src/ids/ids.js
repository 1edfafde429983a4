import { monotonicFactory } from 'ulid';
const next = monotonicFactory();
/** A new id such as `cus_01J…`: a prefix and a ULID, so that ids sort by creation. */
export const newId = (prefix) => `${prefix}_${next()}`;
//# sourceMappingURL=ids.js.map