// How much is said about an item, on a button that leads there; for who only reads, the way to say something.
import { isOpen } from '#core/deliberation/threads.ts';
import { Icon } from '../components/icon.tsx';
import { useSectionPage } from '../editor/page/context.ts';
import { useSelected } from '../editor/page/use-signal.ts';
import { useT } from '../language.tsx';

/** Nothing where nothing is said and a menu has the way. */
export function CommentCount({
  id,
  name,
  className,
  tab,
}: {
  readonly id: string;
  readonly name: string;
  readonly className: string | undefined;
  readonly tab: number | undefined;
}) {
  const t = useT();
  const { section, writing, data } = useSectionPage();
  const count = useSelected(
    section?.comments.threads,
    (threads) => threads.filter(({ at, state }) => at === id && isOpen(state)).length,
    0,
  );
  if (!section || (count === 0 && (writing || !data.mayComment))) return null;
  return (
    <button
      type="button"
      className={className}
      tabIndex={tab}
      data-act={count === 0 ? 'comment' : 'comments'}
      data-id={id}
      data-count={count === 0 ? undefined : count}
      aria-label={
        count === 0 ? t('comments.start.on', { name }) : t('comments.count', { count, name })
      }
    >
      <Icon name="message-square" />
      {count > 0 && <b>{count}</b>}
    </button>
  );
}
