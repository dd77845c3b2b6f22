// The text of an item as safe HTML; for loaders only: reading Markdown takes more than a browser should load.
import { nodesOfBody } from '#core/document/bodies.ts';
import { richHtml } from '#core/document/html.ts';
import type { DocumentItem } from '#core/framework/interchange.ts';

/** "" where the item has no text. */
export function bodyHtml(item: Pick<DocumentItem, 'body' | 'bodyDoc'>): string {
  return item.body || item.bodyDoc ? richHtml(nodesOfBody(item), { title: 'p' }) : '';
}
