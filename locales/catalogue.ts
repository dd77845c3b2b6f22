// All words a person reads, by language. French is the source: a word missing in English does not compile.
import type { Language } from '#core/framework/interchange.ts';
import { api as enApi } from './en/api.ts';
import { changes as enChanges } from './en/changes.ts';
import { comments as enComments } from './en/comments.ts';
import { common as enCommon } from './en/common.ts';
import { compare as enCompare } from './en/compare.ts';
import { coverage as enCoverage } from './en/coverage.ts';
import { device as enDevice } from './en/device.ts';
import { document as enDocument } from './en/document.ts';
import { exporting as enExporting } from './en/export.ts';
import { framework as enFramework } from './en/framework.ts';
import { home as enHome } from './en/home.ts';
import { importing as enImporting } from './en/importing.ts';
import { mail as enMail } from './en/mail.ts';
import { people as enPeople } from './en/people.ts';
import { publish as enPublish } from './en/publish.ts';
import { read as enRead } from './en/read.ts';
import { recovery as enRecovery } from './en/recovery.ts';
import { refusal as enRefusal } from './en/refusal.ts';
import { revisions as enRevisions } from './en/revisions.ts';
import { section as enSection } from './en/section.ts';
import { store as enStore } from './en/store.ts';
import { template as enTemplate } from './en/template.ts';
import { terminal as enTerminal } from './en/terminal.ts';
import { versions as enVersions } from './en/versions.ts';
import { api as frApi } from './fr/api.ts';
import { changes as frChanges } from './fr/changes.ts';
import { comments as frComments } from './fr/comments.ts';
import { common as frCommon } from './fr/common.ts';
import { compare as frCompare } from './fr/compare.ts';
import { coverage as frCoverage } from './fr/coverage.ts';
import { device as frDevice } from './fr/device.ts';
import { document as frDocument } from './fr/document.ts';
import { exporting as frExporting } from './fr/export.ts';
import { framework as frFramework } from './fr/framework.ts';
import { home as frHome } from './fr/home.ts';
import { importing as frImporting } from './fr/importing.ts';
import { mail as frMail } from './fr/mail.ts';
import { people as frPeople } from './fr/people.ts';
import { publish as frPublish } from './fr/publish.ts';
import { read as frRead } from './fr/read.ts';
import { recovery as frRecovery } from './fr/recovery.ts';
import { refusal as frRefusal } from './fr/refusal.ts';
import { revisions as frRevisions } from './fr/revisions.ts';
import { section as frSection } from './fr/section.ts';
import { store as frStore } from './fr/store.ts';
import { template as frTemplate } from './fr/template.ts';
import { terminal as frTerminal } from './fr/terminal.ts';
import { versions as frVersions } from './fr/versions.ts';
import { fill, type Message, type Values } from './message.ts';

export const french = {
  ...frApi,
  ...frChanges,
  ...frComments,
  ...frCommon,
  ...frCompare,
  ...frCoverage,
  ...frDevice,
  ...frDocument,
  ...frExporting,
  ...frFramework,
  ...frHome,
  ...frImporting,
  ...frMail,
  ...frPeople,
  ...frPublish,
  ...frRead,
  ...frRecovery,
  ...frRefusal,
  ...frRevisions,
  ...frSection,
  ...frTemplate,
  ...frTerminal,
  ...frStore,
  ...frVersions,
} as const;

export type MessageKey = keyof typeof french;

export const english: Record<MessageKey, Message> = {
  ...enApi,
  ...enChanges,
  ...enComments,
  ...enCommon,
  ...enCompare,
  ...enCoverage,
  ...enDevice,
  ...enDocument,
  ...enExporting,
  ...enFramework,
  ...enHome,
  ...enImporting,
  ...enMail,
  ...enPeople,
  ...enPublish,
  ...enRead,
  ...enRecovery,
  ...enRefusal,
  ...enRevisions,
  ...enSection,
  ...enTemplate,
  ...enTerminal,
  ...enStore,
  ...enVersions,
};

const CATALOGUES: Record<Language, Record<MessageKey, Message>> = { fr: french, en: english };

/** The languages the interface speaks, French first. */
export const SPOKEN: readonly Language[] = ['fr', 'en'];

/** Says one thing in the language it was made for; typed by key, so a missing word does not compile. */
export type Translate = (key: MessageKey, values?: Values) => string;

/** A translator for one language. */
export function translator(language: Language): Translate {
  const catalogue = CATALOGUES[language];
  return (key, values) => fill(language, catalogue[key], values);
}

/** Whether a key made at run time (a kind, a field, a refusal) has words. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(french, key);
}
