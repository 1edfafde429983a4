// What the commands say to the buses. They load it when they run: it brings all libs with it.
export {
  ChangeTimezone,
  EraseIdentity,
  ExamineWorkspace,
  GiveOutTouches,
  RecalculateAll,
  RepairWorkspace,
} from '@app/customers';
export { ImportRates, parseInstant, parseRates } from '@app/platform';
export { MAX_EVENTS, TrackBatch } from '@app/tracking';
export {
  CreateKey,
  CreateWorkspace,
  GetWorkspace,
  ListAuditEntries,
  ListKeys,
  ListWorkspaces,
  PruneAuditLog,
  RevokeKey,
  RotateKey,
  UpdateWorkspace,
} from '@app/workspaces';
export { readItem } from './import-item.js';
