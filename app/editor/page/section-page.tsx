// The page of a section: served as text, then alive.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { preambleName } from '#core/document/wire.ts';
import { kindsUnder } from '#core/framework/kinds.ts';
import type { Template } from '#core/framework/template.ts';
import { paths } from '#core/paths.ts';
import { SectionGlyph } from '../../components/glyph.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { ToastProvider, useToast } from '../../components/toast.tsx';
import { useT } from '../../language.tsx';
import { gapsOfRows } from '../live/gaps.ts';
import { Signal } from '../live/signal.ts';
import type { Row, SectionRows } from '../rows.ts';
import {
  type Beside,
  SectionContext,
  type SectionContextValue,
  useSectionPage,
} from './context.ts';
import { useItemActs } from './item-acts.ts';
import { ItemRow } from './item-row.tsx';
import { listenToList } from './list-events.ts';
import { Notices } from './notices.tsx';
import { BinButton, CommentsButton, Outline, OutlineButton } from './outline.tsx';
import type { SectionPageData } from './page-data.ts';
import { PeopleInBar, PeopleList } from './people-list.tsx';
import { Preamble } from './preamble.tsx';
import { PutRight } from './put-right.tsx';
import { Saved } from './saved.tsx';
import styles from './section-page.module.css';
import { useSection } from './use-section.ts';
import { useSelected, useSignal } from './use-signal.ts';
import './editor.css';
import { isApple, pageName, rowName, sectionWord, templateWord } from './words.ts';

export function SectionPage({
  data,
  template,
}: {
  readonly data: SectionPageData;
  readonly template: Template;
}) {
  return (
    <ToastProvider>
      <Alive data={data} template={template} />
    </ToastProvider>
  );
}

function Alive({
  data,
  template,
}: {
  readonly data: SectionPageData;
  readonly template: Template;
}) {
  const t = useT();
  const say = useToast();
  const [beside] = useState(() => new Signal<Beside | null>(null));
  const [roving] = useState(
    () => new Signal(data.sections.flatMap(({ rows }) => rows)[0]?.id ?? ''),
  );
  const [said, setSaid] = useState('');
  const announce = useCallback((text: string) => setSaid(text), []);
  const nameOf = useCallback((row: Row) => rowName(t, row), [t]);
  const { section, Overlays } = useSection({ data, template, t, say, announce });
  const stopped = useSelected(
    section?.connection.state,
    ({ phase, loaded }) => phase === 'stopped' || !loaded,
    false,
  );
  const alive = useSelected(section?.connection.state, ({ loaded }) => loaded, false);
  const device = useSelected(section?.connection.state, (state) => state.device, 'kept');
  const servedGaps = useMemo(
    () => gapsOfRows({ ...data, template }, data.sections, data.outside),
    [data, template],
  );
  const context = useMemo<SectionContextValue>(
    () => ({
      data,
      template,
      section,
      writing: data.mayWrite && !stopped,
      beside,
      roving,
      announce,
      servedGaps,
      nameOf,
    }),
    [data, template, section, stopped, beside, roving, announce, servedGaps, nameOf],
  );
  const sections = useSignal(section?.view.snapshot, null)?.sections ?? data.sections;
  const name = pageName(data, t);
  const several = sections.length > 1;
  return (
    <SectionContext.Provider value={context}>
      <Page
        crumbs={[
          { label: t('common.frameworks'), to: paths.home },
          { label: data.title, to: paths.framework(data.slug) },
          { label: name },
        ]}
        notice={data.notice}
        width="bare"
        sticky
        end={
          <>
            <Saved />
            <PeopleInBar />
          </>
        }
      >
        <div
          className={styles.page}
          data-several={several || undefined}
          data-alive={alive || undefined}
          data-device={device}
        >
          {!several && (
            <div className={styles.outline}>
              <Outline sections={sections} />
              <PeopleList />
            </div>
          )}
          <div className={styles.middle}>
            {several && <h1 className="hidden">{name}</h1>}
            <PutRight />
            <Notices />
            {!data.mayWrite && !data.archived && (
              <p className={styles.quietly}>{t('section.read-only')}</p>
            )}
            <List sections={sections} />
            {several && (
              <div>
                <BinButton />
                <CommentsButton />
              </div>
            )}
          </div>
          {!several && <div className={styles.margin} data-comments-margin="" />}
        </div>
        <OutlineButton />
      </Page>
      <p id="section-help" hidden>
        {t('section.help')}
      </p>
      <p role="status" className="hidden">
        {said}
      </p>
      {section && Overlays && <Overlays section={section} sections={sections} />}
    </SectionContext.Provider>
  );
}

function List({ sections }: { readonly sections: readonly SectionRows[] }) {
  const t = useT();
  const { section, data } = useSectionPage();
  const ref = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={ref}
      className={styles.list}
      style={{ ['--untitled' as string]: JSON.stringify(t('section.untitled')) }}
    >
      {section && <ListEvents root={ref} />}
      {sections.map((one) => (
        <Sheet
          key={one.key}
          sectionKey={one.key}
          rows={one.rows}
          several={data.sections.length > 1}
          count={data.sections.length}
        />
      ))}
    </div>
  );
}

function ListEvents({ root }: { readonly root: React.RefObject<HTMLDivElement> }) {
  const { section, beside, roving } = useSectionPage();
  if (!section) throw new Error('events without a living section');
  const acts = useItemActs(section);
  useEffect(() => {
    if (!root.current) return;
    return listenToList(root.current, { section, acts, beside, roving, apple: isApple() });
  }, [root, section, acts, beside, roving]);
  return null;
}

function Sheet({
  sectionKey,
  rows,
  several,
  count,
}: {
  readonly sectionKey: string;
  readonly rows: readonly Row[];
  readonly several: boolean;
  readonly count: number;
}) {
  const t = useT();
  const { writing, template } = useSectionPage();
  const Heading = several ? 'h2' : 'h1';
  return (
    <section className={styles.sheet} data-sec={sectionKey} aria-label={sectionWord(t, sectionKey)}>
      <Heading className={styles.heading}>
        <SectionGlyph section={sectionKey} />
        {sectionWord(t, sectionKey)}
      </Heading>
      <Preamble id={preambleName(sectionKey, count)} />
      {rows.map((row, at) => {
        const next = rows[at + 1];
        return (
          <ItemRow
            key={row.id}
            row={row}
            addKind={next?.parent === row.id ? next.kind : row.kind}
          />
        );
      })}
      {rows.length === 0 && (
        <p className={styles.empty}>{t(writing ? 'section.empty' : 'section.empty.read')}</p>
      )}
      {writing && (
        <div className={styles.foot}>
          {kindsUnder(template, sectionKey, '').map(({ key }) => (
            <button
              key={key}
              type="button"
              className={styles.add}
              data-act="add-kind"
              data-id={sectionKey}
              data-kind={key}
            >
              <Icon name="plus" small />
              {t('section.add', { kind: templateWord(t, 'aKind', key) })}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
