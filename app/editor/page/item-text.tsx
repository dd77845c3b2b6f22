// The words of an item while nobody here writes in it: the server's HTML first, the living text after.
import { useContext, useLayoutEffect, useRef } from 'react';
import { TextsContext } from '../../server-text.tsx';
import { useSectionPage } from './context.ts';
import { textName } from './page-data.ts';

// Layout effects do nothing on the server, and say so loudly.
const useBrowserEffect = typeof document === 'undefined' ? () => {} : useLayoutEffect;

/** React makes the element and never looks into it again: the desk writes what changed, item by item. */
export function ItemText({ id, depth }: { readonly id: string; readonly depth: number }) {
  const { section, data } = useSectionPage();
  const texts = useContext(TextsContext);
  const ref = useRef<HTMLDivElement>(null);
  useBrowserEffect(() => {
    if (!section || !ref.current) return;
    return section.desk.attach(id, ref.current);
  }, [section, id]);
  useBrowserEffect(() => section?.desk.show(id), [section, id, depth]);
  return (
    <div
      ref={ref}
      className="rich reading"
      lang={data.language}
      data-text=""
      data-served={texts.has(textName(id)) || undefined}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML is made by core/document/html from known nodes only.
      dangerouslySetInnerHTML={{ __html: texts.get(textName(id)) ?? '' }}
    />
  );
}
