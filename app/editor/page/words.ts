// Words of the template as the editor shows them: kinds, sections and the keys one presses.
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import type { Row } from '../rows.ts';

/** The word for something the template names; its key where no words are known. */
export function templateWord(t: Translate, area: 'kind' | 'aKind', key: string): string {
  const name = `${area}.${key}`;
  return isMessageKey(name) ? t(name) : key;
}

export function sectionWord(t: Translate, section: string): string {
  const name = `section.${section}`;
  return isMessageKey(name) ? t(name) : section;
}

/** What the page of these sections is called: the section where it has the page for itself, else the canvas. */
export function pageName(
  { sections }: { readonly sections: readonly { readonly key: string }[] },
  t: Translate,
): string {
  const [first] = sections;
  return sections.length === 1 && first ? sectionWord(t, first.key) : t('section.canvas');
}

/** Number and title; where one is missing the other, or the kind. */
export function rowName(t: Translate, row: Row): string {
  const first = row.number || templateWord(t, 'kind', row.kind);
  return `${first} ${row.title.trim() || t('section.untitled')}`;
}

const KEYS = {
  Mod: 'key.mod',
  Alt: 'key.alt',
  Shift: 'key.shift',
  Enter: 'key.enter',
  Escape: 'key.escape',
  Delete: 'key.delete',
  ArrowUp: 'key.up',
  ArrowDown: 'key.down',
  ArrowLeft: 'key.left',
  ArrowRight: 'key.right',
} as const;

const APPLE: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Control: '⌃',
};

/** Whether keys are called as on a Mac; false on the server. */
export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}

/** "Mod-Shift-s" as it stands on the keyboard: "Ctrl+Maj+S", "⌘⇧S". */
export function keyWords(t: Translate, keys: string, apple: boolean): string {
  const words = keys.split('-').map((key) => {
    if (apple && APPLE[key] !== undefined) return APPLE[key];
    return Object.hasOwn(KEYS, key) ? t(KEYS[key as keyof typeof KEYS]) : key.toUpperCase();
  });
  return words.join(apple ? '' : '+');
}
