// The whole store by noun, as the server takes it. Nothing outside db/ knows what is behind.
import { type CommentNotices, createCommentNotices } from './comment-notices.ts';
import { type Comments, createComments } from './comments.ts';
import { createFrameworks, type Frameworks } from './frameworks.ts';
import { createIntegrity, type Integrity } from './integrity.ts';
import type { Database } from './open.ts';
import { createQuietMarks, type QuietMarks } from './quiet-marks.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { createRoomLog, type RoomLog } from './room-log.ts';
import { createRoomRecovery, type RoomRecovery } from './room-recovery.ts';
import { createSettings, type Settings } from './settings.ts';
import { createVersions, type Versions } from './versions.ts';

export interface Store {
  readonly frameworks: Frameworks;
  readonly revisions: Revisions;
  readonly quiet: QuietMarks;
  readonly versions: Versions;
  readonly comments: Comments;
  readonly commentNotices: CommentNotices;
  /** The RoomStore of the live texts. */
  readonly log: RoomLog;
  /** The way back for texts that the log finds damaged. */
  readonly recovery: RoomRecovery;
  readonly settings: Settings;
  readonly integrity: Integrity;
}

/** All of them on one open database, which stays its opener's to close. */
export function createStore(database: Database): Store {
  return {
    frameworks: createFrameworks(database),
    revisions: createRevisions(database),
    quiet: createQuietMarks(database),
    versions: createVersions(database),
    comments: createComments(database),
    commentNotices: createCommentNotices(database),
    log: createRoomLog(database),
    recovery: createRoomRecovery(database),
    settings: createSettings(database),
    integrity: createIntegrity(database),
  };
}
