import { Topic } from '@app/platform';

/** A key was revoked, or its end has moved: whoever remembers it looks it up again. */
export const KEY_CHANGED = new Topic<{ keyId: string }>('key-changed');

/** The plan or another setting of a workspace has changed. */
export const WORKSPACE_CHANGED = new Topic<{ workspaceId: string }>('workspace-changed');
