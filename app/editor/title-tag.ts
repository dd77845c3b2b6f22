// Which heading an item's title is on the page of its section.

export type TitleTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

const TAGS: readonly TitleTag[] = ['h2', 'h3', 'h4', 'h5', 'h6'];

/** The heading of an item at that depth (0 under the section); where several sections share the page they are the h2. */
export function titleTag(depth: number, sections: number): TitleTag {
  return TAGS[Math.min(depth + (sections > 1 ? 1 : 0), TAGS.length - 1)] ?? 'h6';
}
