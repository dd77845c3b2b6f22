// Long texts as HTML: rendered by the server from its context, kept as they stand by the browser, never in loader data.
import { createContext, type ElementType, useContext, useEffect, useRef } from 'react';

export const NonceContext = createContext('');
/** Name of a text → its safe HTML. Empty in the browser. */
export const TextsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The nonce of this answer, on the server; in the browser "", where React leaves the attribute alone. */
export function useNonce(): string {
  return useContext(NonceContext);
}

/**
 * Shows the HTML that a loader put into `context.texts` under `name`. In the browser it keeps what
 * the server sent; arrived at by a step inside the application there is nothing to keep, so the
 * page is asked for anew. Link to pages that use it with `reloadDocument`.
 */
export function ServerText({
  name,
  as: Tag = 'div',
  className,
  lang,
}: {
  readonly name: string;
  readonly as?: ElementType;
  readonly className?: string;
  /** Of the text, where the page around it is in another language. */
  readonly lang?: string;
}) {
  const texts = useContext(TextsContext);
  const ref = useRef<HTMLElement>(null);
  const served = typeof document === 'undefined' ? '' : undefined;
  useEffect(() => {
    // The server marks what it has filled; without the mark this element was made in the browser.
    if (ref.current && !ref.current.hasAttribute('data-served')) window.location.reload();
  }, []);
  return (
    <Tag
      ref={ref}
      className={className}
      lang={lang}
      data-served={served}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML is made by core/document/html from known nodes only.
      dangerouslySetInnerHTML={{ __html: texts.get(name) ?? '' }}
    />
  );
}
