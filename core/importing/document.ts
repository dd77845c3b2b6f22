// An outline written down as an interchange document, each item with an id of its own.
import { writtenText } from '../document/bodies.ts';
import type {
  DocumentItem,
  DocumentSection,
  FrameworkHead,
  InterchangeDocument,
  RichNode,
} from '../framework/interchange.ts';
import type { Template } from '../framework/template.ts';
import type { Outline, OutlineItem } from './arrange.ts';

function textOf<Name extends string>(name: Name, nodes: readonly RichNode[]) {
  const { markdown, doc } = writtenText(nodes);
  return {
    ...(markdown ? { [name]: markdown } : {}),
    ...(doc ? { [`${name}Doc`]: doc } : {}),
  } as { readonly [key in Name]?: string } & { readonly [key in `${Name}Doc`]?: RichNode };
}

function itemOf(item: OutlineItem, makeId: () => string): DocumentItem {
  const children = item.children.map((child) => itemOf(child, makeId));
  return {
    id: makeId(),
    kind: item.kind,
    title: item.title,
    ...textOf('body', item.body),
    ...(children.length > 0 ? { children } : {}),
  };
}

/** The document of an outline; sections stand in the template's order, only those that the file speaks of. */
export function documentOfOutline(
  outline: Outline,
  template: Template,
  head: FrameworkHead,
  makeId: () => string,
): InterchangeDocument {
  const sections = template.sections.flatMap(({ key }): DocumentSection[] => {
    const section = outline.sections.find((one) => one.key === key);
    if (!section) return [];
    const items = section.items.map((item) => itemOf(item, makeId));
    const preamble = textOf('preamble', section.preamble);
    return [{ key, ...preamble, ...(items.length > 0 ? { items } : {}) }];
  });
  return { format: 'triptyque/1', framework: head, sections };
}
