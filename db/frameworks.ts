// Queries on frameworks: what they are, under which slugs they are found, figures of their texts.
import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Language } from '#core/framework/interchange.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { createAppend, type LoggedUpdate } from './room-log.ts';
import { formerSlugs, frameworks, workingFigures } from './schema/frameworks.ts';
import { versions } from './schema/versions.ts';

export interface StoredFramework {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly template: string;
  readonly language: Language;
  readonly licence: string;
  readonly notice: string;
  readonly visibility: 'public' | 'private';
  /** Null while it lives. */
  readonly archivedAt: Date | null;
  readonly sample: boolean;
  readonly createdAt: Date;
}

export type FrameworkChanges = Partial<
  Pick<StoredFramework, 'slug' | 'title' | 'licence' | 'notice' | 'visibility' | 'archivedAt'>
>;

/** Counts of items by kind, true for as long as the mark is the same. */
export interface Figures {
  readonly mark: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Frameworks {
  /** In the order they were made, after one of them where `after` is given. */
  list(asked: {
    publicOnly: boolean;
    limit: number;
    after?: Pick<StoredFramework, 'createdAt' | 'id'>;
  }): Promise<readonly StoredFramework[]>;
  /** By the slug it has, or had and nobody took since. */
  bySlug(slug: string): Promise<StoredFramework | undefined>;
  byId(id: string): Promise<StoredFramework | undefined>;
  samples(): Promise<readonly StoredFramework[]>;
  /** With its first text, all or nothing. Refuses slug-taken. */
  add(framework: StoredFramework, text: readonly LoggedUpdate[]): Promise<Result<StoredFramework>>;
  /** Refuses slug-taken and not-found; a slug given up goes on leading here. */
  change(id: string, changes: FrameworkChanges, at: Date): Promise<Result<StoredFramework>>;
  /** With its texts and revisions. Refuses already-published and not-found. */
  remove(id: string): Promise<Result<null>>;
  /** What was kept of these frameworks, by id. */
  figures(ids: readonly string[]): Promise<ReadonlyMap<string, Figures>>;
  keepFigures(id: string, figures: Figures): Promise<void>;
}

export function createFrameworks(database: Database): Frameworks {
  const { orm, driver, write } = database;
  const append = createAppend(driver);
  const find = createFind(orm);
  return {
    async list({ publicOnly, limit, after }) {
      const visible = publicOnly ? eq(frameworks.visibility, 'public') : undefined;
      const later =
        after &&
        or(
          gt(frameworks.createdAt, after.createdAt),
          and(eq(frameworks.createdAt, after.createdAt), gt(frameworks.id, after.id)),
        );
      return orm
        .select()
        .from(frameworks)
        .where(and(visible, later))
        .orderBy(asc(frameworks.createdAt), asc(frameworks.id))
        .limit(limit)
        .all();
    },
    async bySlug(slug) {
      return find.bySlug(slug);
    },
    async byId(id) {
      return find.byId(id);
    },
    async samples() {
      return orm.select().from(frameworks).where(eq(frameworks.sample, true)).all();
    },
    add: (framework, text) =>
      write((tx) => {
        if (find.bySlug(framework.slug)) return refuse('slug-taken');
        tx.insert(frameworks).values(framework).run();
        append(text);
        return accept(framework);
      }),
    change: (id, changes, at) => write((tx) => change(tx, find, id, changes, at)),
    remove: (id) => write((tx) => remove(tx, id)),
    async figures(ids) {
      const rows = orm
        .select()
        .from(workingFigures)
        .where(inArray(workingFigures.frameworkId, [...ids]))
        .all();
      return new Map(rows.map(({ frameworkId, ...figures }) => [frameworkId, figures]));
    },
    keepFigures: (id, figures) =>
      write((tx) => {
        if (!find.byId(id)) return;
        tx.insert(workingFigures)
          .values({ frameworkId: id, ...figures })
          .onConflictDoUpdate({ target: workingFigures.frameworkId, set: figures })
          .run();
      }),
  };
}

interface Find {
  byId(id: string): StoredFramework | undefined;
  bySlug(slug: string): StoredFramework | undefined;
}

/** Asked for each connection and page: made once. They read inside a transaction that is open, too. */
function createFind(orm: Orm): Find {
  const withId = orm
    .select()
    .from(frameworks)
    .where(eq(frameworks.id, sql.placeholder('id')))
    .prepare();
  const withSlug = orm
    .select()
    .from(frameworks)
    .where(eq(frameworks.slug, sql.placeholder('slug')))
    .prepare();
  const withFormerSlug = orm
    .select()
    .from(formerSlugs)
    .where(eq(formerSlugs.slug, sql.placeholder('slug')))
    .prepare();
  const byId = (id: string) => withId.get({ id });
  return {
    byId,
    bySlug(slug) {
      const present = withSlug.get({ slug });
      if (present) return present;
      const former = withFormerSlug.get({ slug });
      return former && byId(former.frameworkId);
    },
  };
}

function change(
  orm: Orm,
  { byId, bySlug }: Find,
  id: string,
  changes: FrameworkChanges,
  at: Date,
): Result<StoredFramework> {
  const before = byId(id);
  if (!before) return refuse('not-found');
  const { slug } = changes;
  if (slug !== undefined && slug !== before.slug) {
    // A slug that another framework gave up still leads there: taking it would send its readers elsewhere.
    const holder = bySlug(slug);
    if (holder && holder.id !== id) return refuse('slug-taken');
    orm.delete(formerSlugs).where(eq(formerSlugs.slug, slug)).run();
    orm.insert(formerSlugs).values({ slug: before.slug, frameworkId: id, until: at }).run();
  }
  if (Object.keys(changes).length === 0) return accept(before);
  return accept(orm.update(frameworks).set(changes).where(eq(frameworks.id, id)).returning().get());
}

function remove(orm: Orm, id: string): Result<null> {
  const published = orm
    .select({ id: versions.id })
    .from(versions)
    .where(eq(versions.frameworkId, id))
    .limit(1)
    .get();
  if (published) return refuse('already-published');
  const { changes } = orm.delete(frameworks).where(eq(frameworks.id, id)).run();
  return changes === 0 ? refuse('not-found') : accept(null);
}
