// What a downloaded file is called: the title as people wrote it, fit for every disk, in one header that nothing escapes from.

const LONGEST = 100;
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029"*/:<>?\\|]+/gu;

function fitting(text: string): string {
  return text
    .replace(UNFIT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

/** Cuts between what people see as characters. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('fr').segment(text)) {
    if ([...kept].length + [...segment].length > most) break;
    kept += segment;
  }
  return kept.trim();
}

/** The name in ASCII, for old programs: accents taken off, what has no ASCII left out. */
function ascii(text: string): string {
  return fitting(
    text
      .replace(/œ/g, 'oe')
      .replace(/Œ/g, 'OE')
      .replace(/æ/g, 'ae')
      .replace(/Æ/g, 'AE')
      .replace(/[’‘']/g, '-')
      .replace(/[–—]/g, '-')
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, ''),
  );
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export interface NamedFile {
  /** Title of the framework, as written. */
  readonly title: string;
  /** Stands in where the title has nothing that a file can be called. */
  readonly slug: string;
  /** What tells the state: `v1.0`, `r3`, `working text`. */
  readonly state: string;
  /** Without its dot. */
  readonly extension: string;
}

/** The name of the file, at most some 130 characters. */
export function fileName({ title, slug, state, extension }: NamedFile): string {
  return `${cut(fitting(title), LONGEST) || slug} ${fitting(state)}.${extension}`;
}

/** `Content-Disposition` of a download: ASCII only, with the true name beside. Source: RFC 6266, RFC 8187. */
export function contentDisposition(file: NamedFile): string {
  const plain = `${ascii(cut(fitting(file.title), LONGEST)) || file.slug} ${ascii(file.state)}.${file.extension}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(fileName(file))}`;
}
