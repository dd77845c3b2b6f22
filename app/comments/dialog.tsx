// All threads of the page, or those of one item, in a sheet over the text: the way of phones, and of whoever looks for one.
import { useState } from 'react';
import { inFilter, isOpen, type ThreadFilter } from '#core/deliberation/threads.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import type { Section } from '../editor/live/section.ts';
import { useSectionPage } from '../editor/page/context.ts';
import { goTo } from '../editor/page/outline.tsx';
import { useSignal } from '../editor/page/use-signal.ts';
import { useT } from '../language.tsx';
import styles from './comments.module.css';
import { ThreadFilters } from './filters.tsx';
import type { PlacedThread } from './live-comments.ts';
import { NewThreadForm } from './new-thread.tsx';
import { Thread } from './thread.tsx';

export function CommentsDialog({
  section,
  hasMargin,
}: {
  readonly section: Section;
  readonly hasMargin: boolean;
}) {
  const t = useT();
  const { beside, nameOf } = useSectionPage();
  const { comments, view } = section;
  const open = useSignal(beside, null);
  const starting = useSignal(comments.starting, null);
  const item = open?.kind === 'comments' ? open.id : null;
  const row = item === null ? undefined : view.row(item);
  const close = () => {
    if (!hasMargin) comments.starting.set(null);
    if (beside.value?.kind === 'comments') beside.set(null);
  };
  return (
    <Dialog
      title={
        item === null
          ? t('comments.title')
          : t('comments.on', { name: row ? nameOf(row) : t('section.preamble') })
      }
      isOpen={open?.kind === 'comments'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      wide
    >
      {() => (
        <>
          {item === null ? (
            <All section={section} onGo={close} />
          ) : (
            <OfItem section={section} item={item} />
          )}
          {!hasMargin && starting && starting.item === item && <NewThreadForm section={section} />}
          <div className={styles.acts}>
            {item !== null && comments.mayComment && !starting && (
              <Button icon="message-square" onPress={() => comments.begin(item)}>
                {t('comments.start')}
              </Button>
            )}
            <Button onPress={close}>{t('common.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function OfItem({ section, item }: { readonly section: Section; readonly item: string }) {
  const t = useT();
  const { comments } = section;
  const threads = useSignal(comments.threads, comments.threads.value);
  const starting = useSignal(comments.starting, null);
  const here = threads.filter(({ at }) => at === item);
  const open = here.filter(({ state }) => isOpen(state));
  const resolved = here.filter(({ state }) => !isOpen(state));
  if (here.length === 0) return starting ? null : <p className="quiet">{t('comments.none')}</p>;
  return (
    <div className={styles.list}>
      {[...open, ...resolved].map((thread) => (
        <Thread key={thread.id} thread={thread} detached={false} />
      ))}
    </div>
  );
}

/** As the page knows it: a thread whose words this page does not find is detached here, whatever the server knew. */
function detachedHere(thread: PlacedThread): PlacedThread {
  return { ...thread, detached: thread.at === null };
}

function All({ section, onGo }: { readonly section: Section; readonly onGo: () => void }) {
  const t = useT();
  const { data, nameOf } = useSectionPage();
  const { comments, view } = section;
  const threads = useSignal(comments.threads, comments.threads.value).map(detachedHere);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const order = view.order();
  const shown = threads
    .filter((thread) => inFilter(thread, filter, data.me.id))
    .sort((a, b) => order.indexOf(a.at ?? '') - order.indexOf(b.at ?? ''));
  return (
    <>
      <ThreadFilters threads={threads} me={data.me.id} chosen={filter} onChoose={setFilter} />
      {shown.length === 0 && <p className="quiet">{t('comments.none')}</p>}
      <div className={styles.list}>
        {shown.map((thread) => {
          const { at } = thread;
          const row = at === null ? undefined : view.row(at);
          return (
            <section key={thread.id} aria-label={row ? nameOf(row) : thread.itemTitle}>
              <p className={styles.place}>
                {at === null ? (
                  thread.itemTitle
                ) : (
                  <a
                    href={`#${encodeURIComponent(at)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      onGo();
                      comments.active.set(thread.id);
                      goTo(at);
                    }}
                  >
                    {row ? nameOf(row) : t('section.preamble')}
                  </a>
                )}
              </p>
              <Thread thread={thread} detached={thread.detached} />
            </section>
          );
        })}
      </div>
    </>
  );
}
