// What a template may say: sections, item kinds and their fields, and which sections share a room. Data, never code.

export interface FieldDefinition {
  readonly key: string;
  readonly type: 'text' | 'number' | 'choice';
  /** For `choice`: the stored values; their words are `field.<key>.<value>` in locales. */
  readonly choices?: readonly string[];
}

export interface ReferenceDefinition {
  /** Kinds that may be pointed at. */
  readonly to: readonly string[];
  /** Whether a mastery level 1–4 goes with it; `optional` where it may well be left unsaid. */
  readonly level: boolean | 'optional';
  /** Whether targets live in another framework. */
  readonly elsewhere?: boolean;
  /** What it says in the coverage: an activity needs a skill, a module trains it, a profile expects it. */
  readonly says?: 'needs' | 'trains' | 'expects';
}

export interface KindDefinition {
  readonly key: string;
  /** Kinds it may stand under; `''` is the section itself. */
  readonly under: readonly string[];
  readonly fields: readonly FieldDefinition[];
  readonly references: readonly ReferenceDefinition[];
  /** Whether it says how what it stands under is assessed: a criterion. */
  readonly assesses?: boolean;
  /**
   * Displayed number. `prefix` starts one of its own counting through the whole section
   * (M1, C12, F3); `nested` counts under the parent's number (M1.2); `none` shows the kind's word.
   */
  readonly number:
    | { readonly style: 'prefix'; readonly prefix: Readonly<Record<'fr' | 'en', string>> }
    | { readonly style: 'nested' }
    | { readonly style: 'none' };
}

export interface SectionDefinition {
  readonly key: string;
  readonly kinds: readonly KindDefinition[];
}

export interface RoomDefinition {
  readonly key: string;
  readonly sections: readonly string[];
}

export interface Template {
  readonly key: string;
  readonly sections: readonly SectionDefinition[];
  readonly rooms: readonly RoomDefinition[];
}
