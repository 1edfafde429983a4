import { canonicalJson } from '../text/canonical-json.js';

/** What a snapshot answers; `subject` is the record that it is about, if it is about one. */
export interface SnapshotKey {
  workspaceId: string;
  question: string;
  subject?: string;
  /** The parsed parameters, with their defaults. */
  params: object;
}

/** The workspace comes first, and JSON keeps a crafted parameter from running into the next. */
export const textOfKey = ({ workspaceId, question, subject, params }: SnapshotKey): string =>
  canonicalJson([workspaceId, question, subject ?? null, params]);

/** The record that a question is about, if it is about one. */
export const aboutOf = ({ workspaceId, subject }: SnapshotKey): string | null =>
  subject === undefined ? null : JSON.stringify([workspaceId, subject]);
