// The title of an item in the editor: its heading's rank on the page, and one title for every item.
import { type Extensions, Node } from '@tiptap/core';
import { type Node as DocNode, Fragment, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { TitleTag } from '../title-tag.ts';

/** The grammar with its title drawn as that heading. */
export function withTitleTag(extensions: Extensions, tag: TitleTag): Extensions {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'itemTitle'
      ? extension.extend({
          renderHTML: () => [tag, { 'data-item-title': '', dir: 'auto' }, 0],
        })
      : extension,
  );
}

function withoutTitles(fragment: Fragment): Fragment {
  const nodes: DocNode[] = [];
  fragment.forEach((node) => {
    const { paragraph } = node.type.schema.nodes;
    nodes.push(
      node.type.name === 'itemTitle' && paragraph ? paragraph.create(null, node.content) : node,
    );
  });
  return Fragment.fromArray(nodes);
}

/**
 * Keeps one's own edits from making an item without a title (all selected and deleted) or with
 * several (a title pasted into the body). What others made is shown as it is and never repaired here.
 */
export function titleKeeper(): Plugin {
  return new Plugin({
    props: {
      transformPasted: (slice) =>
        new Slice(withoutTitles(slice.content), slice.openStart, slice.openEnd),
    },
    appendTransaction: (transactions, _before, { doc, schema, tr }) => {
      const own = transactions.some(
        (one) => one.docChanged && !one.getMeta(ySyncPluginKey)?.isChangeOrigin,
      );
      const { firstChild, childCount } = doc;
      const { itemTitle } = schema.nodes;
      if (!own || !itemTitle || childCount > 1 || firstChild?.type.name !== 'paragraph')
        return null;
      return firstChild.content.size === 0 ? tr.setNodeMarkup(0, itemTitle) : null;
    },
  });
}
