// What a route reaches: loaders ask `queries`, actions tell `commands`. Everything live passes through here.
import type { Comparison } from '#core/comparison/comparison.ts';
import type { Named } from '#core/deliberation/mentions.ts';
import type { ThreadEventKind, ThreadState } from '#core/deliberation/threads.ts';
import type { Anchor } from '#core/document/anchor.ts';
import type { Coverage } from '#core/framework/coverage.ts';
import type {
  DocumentSection,
  FrameworkHead,
  InterchangeDocument,
  Language,
} from '#core/framework/interchange.ts';
import type { ImportWay } from '#core/importing/merge.ts';
import type { ImportPlan } from '#core/importing/plan.ts';
import type { SeenText } from '#core/importing/since.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import type { Actor, Role } from '#core/policy.ts';
import type { RecoverySource } from '#core/recovery.ts';
import type { Result } from '#core/refusal.ts';

export type VersionStatus = 'consultation' | 'adopted' | 'withdrawn';
export type Visibility = 'public' | 'private';

/** Instants are ISO 8601 strings in UTC with milliseconds, everywhere outside the database. */
export type Instant = string;

export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  /** Start threads of comments, answer, resolve. */
  readonly comment: boolean;
  readonly publish: boolean;
  readonly manage: boolean;
}

export interface VersionSummary {
  readonly label: string;
  /** As it stands now: `withdrawn` after a withdrawal. */
  readonly status: VersionStatus;
  /** As first published: what the hash covers. */
  readonly publishedStatus: 'consultation' | 'adopted';
  readonly public: boolean;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: { readonly fr: string; readonly en: string } | string;
  readonly revision: number;
  readonly previous: string;
  readonly hash: string;
  readonly withdrawal?: { readonly at: Instant; readonly reason: string };
}

export interface RevisionSummary {
  readonly ref: string; // "r2"
  readonly number: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** manual: somebody froze it; published: made for a version; before-replace, before-restore: kept by the server first; after-recovery: kept once a damaged text was put right; quiet: nobody had changed the text for a while. */
  readonly reason:
    | 'manual'
    | 'published'
    | 'before-replace'
    | 'before-restore'
    | 'after-recovery'
    | 'quiet'
    | 'import';
  /** Labels published from it. */
  readonly versions: readonly string[];
}

export interface FrameworkSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly template: string;
  readonly language: Language;
  readonly licence: string;
  readonly notice: string;
  readonly visibility: Visibility;
  readonly archived: boolean;
  /** True for what came as sample content. */
  readonly sample: boolean;
  readonly createdAt: Instant;
  /** When the working text last changed; equal to `createdAt` where it never did. */
  readonly changedAt: Instant;
  /** The latest version the caller may read. */
  readonly latestVersion: VersionSummary | null;
  /** Items of the working text (or of the latest version, for who may read no more), by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly rights: Rights;
}

export interface FrameworkDetail extends FrameworkSummary {
  readonly sections: readonly { readonly key: string; readonly room: string }[];
}

export interface RefDocument {
  readonly ref: string;
  readonly document: InterchangeDocument;
  readonly version: VersionSummary | null;
  readonly revision: RevisionSummary | null;
}

/** What can stand in the place of a damaged text. */
export interface RecoveryChoice {
  readonly from: RecoverySource;
  /** `rN` or a version's label; '' for what can still be read. */
  readonly ref: string;
  /** What it would bring dates from then; null where nothing could be read. */
  readonly at: Instant | null;
  /** The text as it would be, by section. */
  readonly sections: readonly DocumentSection[];
}

/** A text whose stored bytes are damaged, and what can be done. */
export interface DamageReport {
  readonly room: string;
  /** Names this damage: a choice made for it is not made for another. */
  readonly damage: string;
  /** Changes that cannot be read, or that hang on what cannot be read; null where that is not known. */
  readonly lost: number | null;
  /** When the last of them was made; null where that is not known. */
  readonly lastLostAt: Instant | null;
  /** For who may choose, newest first; empty for others. */
  readonly choices: readonly RecoveryChoice[];
}

/** What was put in the place of a damaged text. */
export interface Recovered {
  readonly room: string;
  /** `readable`, `rN` or a version's label. */
  readonly replacedBy: string;
  readonly at: Instant;
  readonly by: string;
  /** False where it had been done before, by whomever: `replacedBy`, `at` and `by` tell that. */
  readonly done: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** To ask for what follows; null at the end. */
  readonly cursor: string | null;
}

export interface PageRequest {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface AccountSummary {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: Instant;
  /** False while the invitation was never used. */
  readonly joined: boolean;
  /** When its living invitation link ends; null where there is none. */
  readonly invitationEndsAt: Instant | null;
}

/** One's own account. */
export interface OwnAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasPassword: boolean;
  /** Whether letters come about comments that concern one. */
  readonly commentMail: boolean;
  /** Whether `setPassword` wants the present password: not just after coming in by a one-time link. */
  readonly asksCurrentPassword: boolean;
}

/** What a one-time link is for, said before it is used. */
export interface LinkSummary {
  readonly purpose: 'invitation' | 'sign-in';
  readonly name: string;
  readonly email: string;
}

export interface TokenSummary {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Instant;
  /** Name of who made it. */
  readonly createdBy: string;
  /** To the minute; null where it was never used. */
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface CountedDocument {
  readonly document: InterchangeDocument;
  /** Items by kind. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A file that would come into a present text: the text as it would be, and what that changes. */
export interface PlannedImport {
  readonly comparison: Comparison;
  readonly before: InterchangeDocument;
  readonly after: InterchangeDocument;
}

/** Title of an item as it is now, for references that leave the framework. */
export interface ItemTitle {
  readonly framework: string; // slug
  readonly item: string;
  readonly kind: string;
  readonly section: string;
  readonly number: string;
  readonly title: string;
}

/** Who wrote a comment, or resolved a thread; `name` is the one of now, '' where nobody of that id is left. */
export interface CommentActor {
  readonly kind: 'account' | 'token';
  readonly id: string;
  readonly name: string;
}

export interface CommentSummary {
  readonly id: string;
  readonly author: CommentActor;
  /** With people named as `<@ID>`: core/deliberation/mentions.ts. '' once it was removed. */
  readonly body: string;
  /** The people named in it, by their names of now. */
  readonly mentions: readonly Named[];
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  /** Its author took it back: that it stood there stays to be seen. */
  readonly removed: boolean;
  /** Whether it is the caller's own, to be edited and removed. */
  readonly own: boolean;
}

/** What is said about an item, or about words in it. */
export interface CommentThread {
  readonly id: string;
  readonly room: string;
  /** Id of the item, or name of the preamble, where it was started; what that was called then. */
  readonly item: string;
  readonly itemTitle: string;
  /** The words it is about, as they were; '' for the item as a whole. */
  readonly quote: string;
  readonly anchor: Anchor | null;
  /** Where it is in the text of now; null where words or item are gone, or the text cannot be read. */
  readonly place: {
    readonly item: string;
    readonly section: string;
    readonly number: string;
    readonly title: string;
  } | null;
  /** True where words or item are known to be gone. */
  readonly detached: boolean;
  readonly state: ThreadState;
  readonly startedAt: Instant;
  readonly events: readonly {
    readonly kind: ThreadEventKind;
    readonly at: Instant;
    readonly by: CommentActor;
  }[];
  /** In the order in which they were written; never empty. */
  readonly comments: readonly CommentSummary[];
}

/** A comment as it is sent. */
export interface CommentInput {
  readonly body: string;
  /** Chosen by the page that sends it, so that what is sent twice is kept once. */
  readonly id?: string;
  /** Ids of people who were picked from the list, to tell people of one name apart. */
  readonly mentions?: readonly string[];
}

/** Every query takes who asks first, and says no with a refusal. */
export interface Queries {
  frameworks: {
    list(actor: Actor, page?: PageRequest): Promise<Page<FrameworkSummary>>;
    get(actor: Actor, slug: string): Promise<Result<FrameworkDetail>>;
  };
  documents: {
    /** `ref` is a version's label, `rN` or `working`. */
    get(actor: Actor, slug: string, ref: string): Promise<Result<RefDocument>>;
    /** The same, but a working text comes without the sections whose text is damaged, and names them. */
    readable(
      actor: Actor,
      slug: string,
      ref: string,
    ): Promise<Result<RefDocument & { readonly damaged: readonly string[] }>>;
    /** What is wrong with the text of a room, for who may read working texts; null where nothing is. */
    damage(actor: Actor, slug: string, room: string): Promise<Result<DamageReport | null>>;
    /** What was last put in the place of a damaged text of a room; null where nothing ever had to be. */
    putRight(
      actor: Actor,
      slug: string,
      room: string,
    ): Promise<Result<Omit<Recovered, 'done'> | null>>;
    /**
     * Reads a file that somebody sent (the interchange document as JSON) and looks at it: what it
     * holds, and the first things that do not fit its template. Refused: document-invalid with
     * worded places, unknown-template, not-allowed for who may write nothing.
     */
    look(actor: Actor, text: string, language: Language): Promise<Result<CountedDocument>>;
    /**
     * Reads a file of whatever kind that somebody sent: an interchange document is looked at as above,
     * another comes as headings and text that have still to become items. Refused too: file-unreadable
     * with why at `file`. The bytes are taken away.
     */
    read(
      actor: Actor,
      bytes: Uint8Array<ArrayBuffer>,
      language: Language,
    ): Promise<Result<CountedDocument | { readonly source: SourceDocument }>>;
    /** Reads again what a page sends back of a file that was read. */
    reread(actor: Actor, text: string): Promise<Result<SourceDocument>>;
    /** Makes items of a file's headings as the plan says, each with a new id. Nothing is stored. */
    arrange(
      actor: Actor,
      source: SourceDocument,
      plan: ImportPlan,
      head: FrameworkHead,
    ): Promise<Result<InterchangeDocument>>;
  };
  revisions: {
    list(actor: Actor, slug: string, page?: PageRequest): Promise<Result<Page<RevisionSummary>>>;
  };
  versions: {
    list(actor: Actor, slug: string, page?: PageRequest): Promise<Result<Page<VersionSummary>>>;
  };
  comparisons: {
    get(actor: Actor, slug: string, base: string, head: string): Promise<Result<Comparison>>;
    /** What `working.replace` would change, without changing it; refused where that would be. */
    preview(
      actor: Actor,
      slug: string,
      document: InterchangeDocument,
    ): Promise<Result<{ comparison: Comparison; before: InterchangeDocument }>>;
    /**
     * What bringing a file's items into the working text would change. `document` was read without ids:
     * items are recognised by their words, and keep what no file says of them.
     */
    previewImport(
      actor: Actor,
      slug: string,
      document: InterchangeDocument,
      way: ImportWay,
    ): Promise<Result<PlannedImport>>;
    /** What making a framework of `document` would bring, for who may make one; refused where that would be. */
    previewNew(actor: Actor, document: InterchangeDocument): Promise<Result<Comparison>>;
  };
  comments: {
    /** Threads of a framework, oldest first, or of one room or item of it, for who may read its working text. */
    list(
      actor: Actor,
      slug: string,
      where?: { readonly room?: string; readonly item?: string },
    ): Promise<Result<readonly CommentThread[]>>;
    /** Who can be named in a comment, for who may write one. */
    people(actor: Actor, slug: string): Promise<Result<readonly Named[]>>;
  };
  items: {
    /** Items of the working texts the actor may read, for the reference picker. Newest framework first. */
    find(
      actor: Actor,
      input: { text: string; kinds: readonly string[]; framework?: string; limit: number },
    ): Promise<readonly ItemTitle[]>;
    /** Titles for references; what the actor may not read or is gone is left out. */
    titles(
      actor: Actor,
      wanted: readonly { framework: string; item: string }[],
    ): Promise<readonly ItemTitle[]>;
  };
  coverage: {
    /**
     * Of the text that the actor reads of this framework: the working text (without the sections whose text is
     * damaged, which are named), else the latest version. Refused: not-found also where the template has no coverage.
     */
    get(
      actor: Actor,
      slug: string,
    ): Promise<
      Result<{
        /** `working`, or the label of a version. */
        readonly ref: string;
        readonly coverage: Coverage;
        readonly damaged: readonly string[];
      }>
    >;
  };
  people: {
    list(actor: Actor): Promise<Result<readonly AccountSummary[]>>;
    tokens(actor: Actor): Promise<Result<readonly TokenSummary[]>>;
    /** Whether the first coordinator has still to be made. */
    setupOpen(): Promise<boolean>;
    /** Refused for who is no account. */
    mine(actor: Actor): Promise<Result<OwnAccount>>;
    /** Looks at a one-time link without using it up, for the page that asks before it does. */
    link(token: string): Promise<Result<LinkSummary>>;
  };
}

/** Every command takes who acts first; its input is already parsed by zod at the edge. */
export interface Commands {
  frameworks: {
    create(
      actor: Actor,
      input: {
        slug: string;
        template: string;
        language: Language;
        title: string;
        licence?: string;
        notice?: string;
        visibility?: Visibility;
      },
    ): Promise<Result<FrameworkDetail>>;
    update(
      actor: Actor,
      slug: string,
      input: {
        title?: string;
        slug?: string;
        licence?: string;
        notice?: string;
        archived?: boolean;
        visibility?: Visibility;
      },
    ): Promise<Result<FrameworkDetail>>;
    remove(actor: Actor, slug: string): Promise<Result<null>>;
    /** Creates a framework from a document (import of a new one); `slug` wins over the document's. */
    import(
      actor: Actor,
      document: InterchangeDocument,
      slug?: string,
    ): Promise<Result<FrameworkDetail>>;
    /** Removes all frameworks that came as samples and were never published; archives the others. */
    removeSamples(actor: Actor): Promise<Result<{ removed: number; archived: number }>>;
  };
  working: {
    /**
     * Keeps a revision first, then goes in as edits. `seen` says how the text stood when whoever acts
     * looked at it: what people wrote since then stays as they wrote it.
     */
    replace(
      actor: Actor,
      slug: string,
      document: InterchangeDocument,
      seen?: SeenText,
    ): Promise<Result<RefDocument>>;
    /**
     * Puts another text in the place of one whose bytes are damaged, which is set aside as it is. Whoever comes
     * second is told what was done. Refused: not-damaged, nothing-to-recover where there is nothing of that kind.
     */
    recover(
      actor: Actor,
      slug: string,
      room: string,
      input: { from: RecoverySource; damage?: string },
    ): Promise<Result<Recovered>>;
  };
  revisions: {
    /**
     * `created` is false when nothing changed since the last one, which is then given; one without a name takes
     * the one asked for. `named`: it bears the name that was asked for.
     */
    freeze(
      actor: Actor,
      slug: string,
      name: string,
    ): Promise<Result<{ revision: RevisionSummary; created: boolean; named: boolean }>>;
    restore(
      actor: Actor,
      slug: string,
      revision: number,
      items?: readonly string[],
    ): Promise<Result<RefDocument>>;
  };
  versions: {
    publish(
      actor: Actor,
      slug: string,
      input: {
        label: string;
        status: 'consultation' | 'adopted';
        note: string | { fr: string; en: string };
        public: boolean;
        /** Number of a revision; the working text when left out. */
        revision?: number;
      },
    ): Promise<Result<VersionSummary>>;
    withdraw(
      actor: Actor,
      slug: string,
      label: string,
      reason: string,
    ): Promise<Result<VersionSummary>>;
  };
  comments: {
    /**
     * Starts a thread at an item (or preamble), or at words in it: pointed at by an `anchor`, or by a `quote` that stands
     * there. Refused: not-found, invalid-input (nothing said, too long, no such words), archived.
     */
    start(
      actor: Actor,
      slug: string,
      item: string,
      input: CommentInput & {
        readonly anchor?: Anchor;
        readonly quote?: string;
        /** Where it is a preamble, whose name alone may be of several rooms. */
        readonly room?: string;
      },
    ): Promise<Result<CommentThread>>;
    /** Answers in a thread; one that was resolved is open again. */
    reply(actor: Actor, thread: string, input: CommentInput): Promise<Result<CommentThread>>;
    /** Changes the words of one's own comment. */
    edit(actor: Actor, comment: string, input: CommentInput): Promise<Result<CommentThread>>;
    /** Takes back one's own comment: its words go, that it stood there stays. */
    remove(actor: Actor, comment: string): Promise<Result<CommentThread>>;
    /** Resolves a thread, named by its id or by that of a comment in it; no error where it is so already. */
    resolve(actor: Actor, thread: string): Promise<Result<CommentThread>>;
    reopen(actor: Actor, thread: string): Promise<Result<CommentThread>>;
    /** Looks where the words of a thread are now, and holds on to the characters they have there. */
    reanchor(actor: Actor, thread: string): Promise<Result<CommentThread>>;
  };
  people: {
    /** Makes the first coordinator; refused once there is one. `sessions.signIn` follows, with the same words. */
    setup(input: {
      token: string;
      name: string;
      email: string;
      password: string;
      language?: Language;
    }): Promise<Result<AccountSummary>>;
    /**
     * Makes an account that waits, mails a one-time link, and gives the link back to its maker. Who was invited
     * before gets a new link and the old one dies; a disabled account comes back so, without its old password.
     * The mail is in `language` (French when left out); `mail: false` sends none. `mailed` says whether it left.
     */
    invite(
      actor: Actor,
      input: { name: string; email: string; role: Role; language?: Language; mail?: boolean },
    ): Promise<Result<{ account: AccountSummary; link: string; mailed: boolean }>>;
    changeRole(actor: Actor, id: string, role: Role): Promise<Result<AccountSummary>>;
    /** Ends its sessions, its links and its sockets at once. Disabling twice is no error. */
    disable(actor: Actor, id: string): Promise<Result<null>>;
    createToken(
      actor: Actor,
      input: { name: string; role: Role },
    ): Promise<Result<{ token: TokenSummary; secret: string }>>;
    revokeToken(actor: Actor, id: string): Promise<Result<null>>;
    /** Whether one is written to about comments that concern oneself. Refused for who is no account. */
    setCommentMail(actor: Actor, wanted: boolean): Promise<Result<null>>;
  };
}

/** Sign-in and out, which set cookies: their answers carry the headers to send. */
export interface Sessions {
  signIn(
    request: Request,
    input: { email: string; password: string },
  ): Promise<Result<{ headers: Headers }>>;
  /** Mails a one-time link where that address has an account; the answer is the same when it has none. */
  sendLink(request: Request, input: { email: string; language?: Language }): Promise<Result<null>>;
  /** Uses a one-time link up (a POST; its GET uses nothing up). */
  enterByLink(request: Request, input: { token: string }): Promise<Result<{ headers: Headers }>>;
  /** Sets one's own password and ends one's other sessions; see `OwnAccount.asksCurrentPassword` for `current`. */
  setPassword(
    request: Request,
    actor: Actor,
    input: { password: string; current?: string },
  ): Promise<Result<null>>;
  signOut(request: Request): Promise<{ headers: Headers }>;
}

export interface AppContext {
  readonly actor: Actor;
  readonly queries: Queries;
  readonly commands: Commands;
  readonly sessions: Sessions;
  /** Nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  /** From the cookie `lang`, then Accept-Language, then French. */
  readonly language: Language;
  /** From the cookie `theme`; `system` where there is none. */
  readonly theme: 'light' | 'dark' | 'system';
  /** Absolute address of a path of this server, as people outside see it. */
  url(path: string): string;
  readonly networkName: string;
  /** Whether letters leave this server; else they are files for whoever runs it, and a page must not say that one is on its way. */
  readonly mailLeaves: boolean;
  /** Largest message that a live text takes, in bytes: where one was too large, the page says how large it may be. */
  readonly messageBytes: number;
  /** HTML of texts that the page shows, made by a loader, read once while rendering: it never goes into loader data. */
  readonly texts: Map<string, string>;
}

export type { FrameworkHead };
