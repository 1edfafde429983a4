import { ulids } from './ulid.js';

const next = ulids();

/** A new id such as `cus_01J…`: a prefix and a ULID, so that ids sort by creation. */
export const newId = <Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` =>
  `${prefix}_${next()}`;
