// Brings the living part of the page in after the text is readable, and takes it down with the page.
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Template } from '#core/framework/template.ts';
import type { Translate } from '#locales/catalogue.ts';
import { personColour } from '../../components/avatar.tsx';
import type { ToastMessage } from '../../components/toast.tsx';
import type { Section } from '../live/section.ts';
import { outsideNow, titlesOf } from './ask-items.ts';
import { followKeyboard } from './keyboard-inset.ts';
import type { Overlays } from './overlays.tsx';
import type { SectionPageData } from './page-data.ts';
import { listOfNames } from './presence.tsx';
import { followWaking } from './waking.ts';
import { rowName } from './words.ts';

export interface UseSectionOptions {
  readonly data: SectionPageData;
  readonly template: Template;
  readonly t: Translate;
  readonly say: (message: ToastMessage) => void;
  readonly announce: (text: string) => void;
}

/** Milliseconds between two looks at what other sections' items are called. */
const TITLES = 60_000;
/** The same for what other rooms' items point at. */
const OUTSIDE = 30_000;

/** The living section and what is drawn over the text; null on the server and until their code has come. */
export interface Alive {
  readonly section: Section | null;
  readonly Overlays: typeof Overlays | null;
}

const ASLEEP: Alive = { section: null, Overlays: null };

/** Null on the server, and until the code of the living part has come. */
export function useSection(options: UseSectionOptions): Alive {
  const [alive, setAlive] = useState<Alive>(ASLEEP);
  const now = useRef(options);
  now.current = options;
  const { slug, roomKey, me } = options.data;
  useEffect(() => {
    let dead = false;
    let made: Section | null = null;
    void Promise.all([import('../live/section.ts'), import('./overlays.tsx')]).then((modules) => {
      const { data } = now.current;
      if (dead || data.slug !== slug || data.roomKey !== roomKey || data.me.id !== me.id) return;
      const [live, overlays] = modules;
      made = makeSection(live.Section, now);
      setAlive({ section: made, Overlays: overlays.Overlays });
    });
    return () => {
      dead = true;
      made?.destroy();
      setAlive(ASLEEP);
    };
  }, [slug, roomKey, me.id]);
  const { section } = alive;
  useEffect(() => (section ? follow(section, now) : undefined), [section]);
  return alive;
}

type Now = { readonly current: UseSectionOptions };

function makeSection(Make: typeof Section, now: Now): Section {
  const { data, template } = now.current;
  const made: Section = new Make({
    framework: { id: data.framework, title: data.title },
    slug: data.slug,
    roomKey: data.roomKey,
    template,
    language: data.language,
    served: data.sections,
    targets: new Map(data.targets.map((one) => [`${one.framework}/${one.item}`, one])),
    askTargets: (keys) => titlesOf(data.slug, keys),
    outside: data.outside,
    askOutside: () => outsideNow(data.slug, data.roomKey),
    mayWrite: data.mayWrite,
    mayComment: data.mayComment,
    me: { ...data.me, color: hexOf(personColour(data.me.name)) },
    url: `${window.location.origin.replace(/^http/, 'ws')}/sync`,
    describedBy: 'section-help',
    labelOf: (id) => {
      const row = made.view.row(id);
      const { t } = now.current;
      return t('section.text-of', { name: row ? rowName(t, row) : t('section.preamble') });
    },
    commit: (change) => flushSync(change),
    onGone: (id) => tellGone(made, id, now),
    onClosed: (id) => {
      const { t, say } = now.current;
      say({
        text: t('section.said.closed'),
        act: {
          label: t('section.said.repair'),
          run: async () => {
            if (!(await made.repair(id))) say({ text: t('section.said.not-repaired') });
          },
        },
      });
    },
    onTooLong: (length, limit) => {
      const { t, say } = now.current;
      const number = new Intl.NumberFormat(document.documentElement.lang);
      say({
        text: t('section.said.too-long', {
          length: number.format(length),
          limit: number.format(limit),
        }),
      });
    },
    onLost: (words) => now.current.say({ text: now.current.t('section.said.lost', { words }) }),
  });
  return made;
}

/** The value of a token, as others who draw carets by it want it; '' where it is none. */
function hexOf(token: string): string {
  const name = /--[\w-]+/.exec(token)?.[0] ?? '';
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Somebody else put into the bin what one was writing in. */
function tellGone(section: Section, id: string, now: Now): void {
  const { t, say } = now.current;
  const item = section.view.snapshot.value.bin.find((one) => one.id === id);
  const name = item?.title || t('section.untitled');
  say({
    text: t('section.said.gone', { name }),
    act: {
      label: t('section.bin.put-back'),
      run: () => {
        section.acts.putBack([id]);
        section.desk.focusItem(id);
      },
    },
  });
}

/** Milliseconds after which a page without text and without connection is asked for anew. */
const PATIENCE = 3_000;
const ASKED = 'section asked anew';

/**
 * A page that was reached by a step inside the application has no text of the server's to show:
 * where the shared text does not come either, the page is asked for as a whole, once.
 */
function neverBlank(section: Section): () => void {
  const timer = setTimeout(() => {
    const blank = document.querySelector('[data-text][data-served]') === null;
    if (section.connection.state.value.loaded || !blank) return;
    if (sessionStorage.getItem(ASKED) === window.location.pathname) return;
    sessionStorage.setItem(ASKED, window.location.pathname);
    window.location.reload();
  }, PATIENCE);
  return () => clearTimeout(timer);
}

/** Says who comes and goes, keeps titles of elsewhere fresh, and brings the editor's code in when nothing else is to do. */
function follow(section: Section, now: Now): () => void {
  const { people } = section.presence;
  const others = () =>
    new Map(people.value.filter(({ self }) => !self).map((one) => [one.key, one.name]));
  // Who is there already is told ahead of the first word about what is on disk.
  let settled = false;
  void section.connection.state
    .until(({ loaded, saved }) => loaded && saved)
    .then(() => {
      settled = true;
    });
  let known = new Set(others().keys());
  const stop = people.subscribe(() => {
    const here = others();
    const come = [...here].filter(([key]) => !known.has(key)).map(([, name]) => name);
    known = new Set(here.keys());
    const { t, announce, data } = now.current;
    // Who was there before oneself has not come.
    if (come.length > 0 && settled)
      announce(
        t('section.said.joined', {
          count: come.length,
          name: listOfNames(data.language, come),
        }),
      );
  });
  const look = () => {
    if (document.visibilityState === 'visible') void section.targets.refresh();
  };
  const lookOutside = () => {
    if (document.visibilityState === 'visible' && section.mayWrite) void section.gaps.refresh();
  };
  const timers = [setInterval(look, TITLES), setInterval(lookOutside, OUTSIDE)];
  for (const act of [look, lookOutside]) document.addEventListener('visibilitychange', act);
  const idle =
    typeof requestIdleCallback === 'function' && section.mayWrite
      ? requestIdleCallback(() => void section.desk.prefetch(), { timeout: 4_000 })
      : 0;
  const waking = followWaking(() => section.connection.wake(), window);
  const waiting = neverBlank(section);
  const keyboard = followKeyboard();
  return () => {
    waking();
    waiting();
    keyboard();
    stop();
    for (const timer of timers) clearInterval(timer);
    for (const act of [look, lookOutside]) document.removeEventListener('visibilitychange', act);
    if (idle) cancelIdleCallback(idle);
  };
}
