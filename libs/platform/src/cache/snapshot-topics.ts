import { Topic } from '../broadcast/topic.js';

/** Nothing about a record may be answered from what is stored any more. */
export const SNAPSHOTS_DROPPED = new Topic<{ workspaceId: string; subject: string }>(
  'snapshots-dropped',
);

/**
 * An instance computes an answer afresh. When it begins, what others have begun before is out of date;
 * when it is done, what they have stored.
 */
export const SNAPSHOT_REFRESHED = new Topic<{ by: string; text: string; isDone: boolean }>(
  'snapshot-refreshed',
);
