// Character references of HTML that Markdown may hold: numbers, and the names of Latin letters and common signs.

const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const NAMES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['euro', '€'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['rarr', '→'],
  ['larr', '←'],
  ['trade', '™'],
  ['thinsp', '\u2009'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
]);

/** A reference at the start of a string. */
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/;

/** The character reference that `text` has at `at`, with its length; null where there is none that is known. */
export function referenceAt(text: string, at: number): { value: string; length: number } | null {
  const found = REFERENCE.exec(text.slice(at, at + 40));
  if (!found) return null;
  const [whole, decimal, hex, name] = found;
  if (name !== undefined) {
    const value = NAMES.get(name);
    return value === undefined ? null : { value, length: whole.length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const whole_ = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { value: whole_ ? String.fromCodePoint(code) : '\ufffd', length: whole.length };
}

/** Text with its backslash escapes and character references read. */
export function unescaped(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    const reference = character === '&' ? referenceAt(text, at) : null;
    if (character === '\\' && isPunctuation(next)) {
      out += next;
      at += 2;
    } else if (reference) {
      out += reference.value;
      at += reference.length;
    } else {
      out += character;
      at += 1;
    }
  }
  return out;
}

/** ASCII punctuation: what a backslash may stand before. */
export function isPunctuation(character: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(character);
}
