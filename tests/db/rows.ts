// Rows that the store tests start from, written by plain SQL so that they depend on no query of the product.
import type { Database } from '#db/open.ts';

/** A framework `f1` with one revision that a version names, one that none names, a version and its withdrawal. */
export function plantFrozen(database: Database): void {
  plantFramework(database, 'f1', 'mediation');
  database.driver.exec(`
    INSERT INTO revisions (id, framework_id, number, name, reason, created_at, created_by, document, hash)
      VALUES (1, 'f1', 1, 'named', 'manual', 1, 'Ada', '{}', 'h1'), (2, 'f1', 2, 'free', 'manual', 2, 'Ada', '{}', 'h2'),
        (3, 'f1', 3, '', 'quiet', 2, '', '{}', 'h3');
    INSERT INTO revision_names VALUES (3, 'named later', 3, 'Ada');
    INSERT INTO versions (id, framework_id, position, label, status, public, published_at, published_by, note, revision_id, previous, hash)
      VALUES (1, 'f1', 1, '0.1', 'consultation', 1, 3, 'Ada', '"n"', 1, '', 'v1');
    INSERT INTO version_events (id, version_id, kind, at, made_by, reason) VALUES (1, 1, 'withdrawn', 4, 'Ada', 'why');
  `);
}

export function plantFramework(database: Database, id: string, slug: string): void {
  database.driver
    .prepare(
      `INSERT INTO frameworks (id, slug, title, template, language, licence, notice, visibility, sample, created_at)
       VALUES (?, ?, 'Title', 'job-reference', 'fr', '', '', 'public', 0, 1)`,
    )
    .run(id, slug);
}
