// The parts of a Word file and how they hang together: which is the text, which hold styles, numbers and notes.
import { FileRefused } from '../refused.ts';
import { childrenNamed, readXml, type XmlElement } from '../xml.ts';
import type { Parts } from '../zip.ts';

/** Word writes the first of each pair, "strict" files hold the second. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** What is unpacked: XML and its relations, no picture and no program. */
export function isDocxPart(path: string): boolean {
  return /\.(xml|rels)$/.test(path) && !/(^|\/)(theme|customXml|docProps|glossary)\//.test(path);
}

export interface DocxPackage {
  readonly document: XmlElement;
  /** Addresses of links by the id that the text names them with. */
  readonly links: ReadonlyMap<string, string>;
  /** The parts of a kind: `styles`, `numbering`, `footnotes`, `header`… */
  parts(kind: string): XmlElement[];
}

interface Relation {
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

function relationsOf(parts: Parts, path: string): Map<string, Relation> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const bytes = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
  if (bytes === null) return new Map();
  return new Map(
    childrenNamed(readXml(bytes, PREFIXES), 'rel:Relationship').map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
      const external = TargetMode === 'External';
      const target = external ? Target : absolute(folder, Target);
      return [Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target, external }];
    }),
  );
}

function absolute(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Opens the parts. Throws FileRefused where there is no text. */
export function openDocx(parts: Parts): DocxPackage {
  const top = [...relationsOf(parts, '').values()].find(({ kind }) => kind === 'officeDocument');
  const path = top?.target ?? 'word/document.xml';
  const bytes = parts.get(path);
  if (bytes === null) throw new FileRefused('broken');
  const relations = relationsOf(parts, path);
  return {
    document: readXml(bytes, PREFIXES),
    links: new Map(
      [...relations].flatMap(([id, { kind, target, external }]) =>
        kind === 'hyperlink' && external ? [[id, target]] : [],
      ),
    ),
    parts: (kind) =>
      [...relations.values()].flatMap((relation) => {
        const found = relation.kind === kind ? parts.get(relation.target) : null;
        return found ? [readXml(found, PREFIXES)] : [];
      }),
  };
}
