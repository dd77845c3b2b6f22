// The triggers that freeze published versions, what they name and their events: data, installed after migrations.
// They hold on any connection. INSERT OR REPLACE fires no delete trigger where recursive_triggers is off, so each
// table also refuses, before an insert, every key that is already there. Migrations may lose triggers (a rebuilt
// table drops them), which is why they live here: db/migrate.ts puts them back after each migration.
import type { Driver } from './driver.ts';

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

function trigger(name: string, when: string, condition: string, message: string): Trigger {
  const sql = `CREATE TRIGGER ${name} BEFORE ${when}${condition ? ` WHEN ${condition}` : ''} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
  return { name, sql };
}

const NO_CHANGE = 'frozen: a published version never changes';
const NO_REVISION_CHANGE = 'frozen: a revision never changes';

/** An id that is not given is -1 in a BEFORE INSERT trigger, and matches no row. */
const FROZEN: readonly Trigger[] = [
  trigger('frozen_versions_update', 'UPDATE ON versions', '', NO_CHANGE),
  trigger('frozen_versions_delete', 'DELETE ON versions', '', NO_CHANGE),
  trigger(
    'frozen_versions_replace',
    'INSERT ON versions',
    `EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.id OR (v.framework_id = NEW.framework_id AND (v.label = NEW.label OR v.position = NEW.position)))`,
    NO_CHANGE,
  ),
  trigger('frozen_version_events_update', 'UPDATE ON version_events', '', NO_CHANGE),
  trigger('frozen_version_events_delete', 'DELETE ON version_events', '', NO_CHANGE),
  trigger(
    'frozen_version_events_replace',
    'INSERT ON version_events',
    `EXISTS (SELECT 1 FROM version_events e WHERE e.id = NEW.id OR (e.version_id = NEW.version_id AND e.kind = NEW.kind))`,
    NO_CHANGE,
  ),
  trigger('frozen_revisions_update', 'UPDATE ON revisions', '', NO_REVISION_CHANGE),
  trigger(
    'frozen_revisions_delete',
    'DELETE ON revisions',
    // Once its framework is gone (a cascade), a revision may go too, unless a version names it.
    `EXISTS (SELECT 1 FROM frameworks f WHERE f.id = OLD.framework_id) OR EXISTS (SELECT 1 FROM versions v WHERE v.revision_id = OLD.id)`,
    NO_REVISION_CHANGE,
  ),
  trigger(
    'frozen_revisions_replace',
    'INSERT ON revisions',
    `EXISTS (SELECT 1 FROM revisions r WHERE r.id = NEW.id OR (r.framework_id = NEW.framework_id AND r.number = NEW.number))`,
    NO_REVISION_CHANGE,
  ),
  trigger('frozen_revision_names_update', 'UPDATE ON revision_names', '', NO_REVISION_CHANGE),
  trigger(
    'frozen_revision_names_delete',
    'DELETE ON revision_names',
    `EXISTS (SELECT 1 FROM revisions r WHERE r.id = OLD.revision_id)`,
    NO_REVISION_CHANGE,
  ),
  trigger(
    'frozen_revision_names_replace',
    'INSERT ON revision_names',
    `EXISTS (SELECT 1 FROM revision_names n WHERE n.revision_id = NEW.revision_id) OR EXISTS (SELECT 1 FROM revisions r WHERE r.id = NEW.revision_id AND r.name <> '')`,
    NO_REVISION_CHANGE,
  ),
  trigger(
    'frozen_frameworks_delete',
    'DELETE ON frameworks',
    'EXISTS (SELECT 1 FROM versions v WHERE v.framework_id = OLD.id)',
    'frozen: a framework with a published version stays',
  ),
  trigger(
    'frozen_frameworks_id',
    'UPDATE OF id ON frameworks',
    'NEW.id <> OLD.id AND EXISTS (SELECT 1 FROM versions v WHERE v.framework_id = OLD.id)',
    'frozen: a framework with a published version keeps its id',
  ),
  trigger(
    'frozen_frameworks_taken',
    // UPDATE OR REPLACE deletes, without a delete trigger, whoever holds the key already.
    'UPDATE ON frameworks',
    `EXISTS (SELECT 1 FROM frameworks f JOIN versions v ON v.framework_id = f.id WHERE f.rowid <> OLD.rowid AND (f.id = NEW.id OR f.slug = NEW.slug OR f.rowid = NEW.rowid))`,
    'frozen: a framework with a published version stays',
  ),
  trigger(
    'frozen_frameworks_replace',
    'INSERT ON frameworks',
    `EXISTS (SELECT 1 FROM frameworks f JOIN versions v ON v.framework_id = f.id WHERE f.id = NEW.id OR f.slug = NEW.slug OR f.rowid = NEW.rowid)`,
    'frozen: a framework with a published version stays',
  ),
];

/** Puts every trigger as it must be; to be called inside the transaction that migrates. */
export function installFrozen(driver: Driver): void {
  for (const { name, sql } of FROZEN) {
    driver.exec(`DROP TRIGGER IF EXISTS ${name}`);
    driver.exec(sql);
  }
}

export interface TriggerProblem {
  readonly code: 'trigger-missing' | 'trigger-altered';
  readonly name: string;
}

/** Each trigger that is missing or was altered; empty when all is well. */
export function frozenProblems(driver: Driver): TriggerProblem[] {
  const rows = driver
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
    )
    .all();
  const found = new Map(rows.map((row) => [row.name, row.sql]));
  return FROZEN.flatMap(({ name, sql }): TriggerProblem[] => {
    const present = found.get(name);
    if (present === sql) return [];
    return [{ code: present === undefined ? 'trigger-missing' : 'trigger-altered', name }];
  });
}
