// The look of what the server writes without the pages (exports, the page of the interface): the same tokens, nothing loaded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Every colour, size and face there is; the pages load the same file. */
const tokens = readFileSync(join(ROOT, 'app', 'styles', 'tokens.css'), 'utf8').replace(
  /\/\*[\s\S]*?\*\/\s*/g,
  '',
);

const reading = `
body { margin: 0 auto; padding: var(--space-6) var(--space-4); max-width: var(--measure);
  background: var(--paper); color: var(--ink); font: var(--text-read)/var(--leading-read) var(--face-reading); }
h1, h2, h3, h4, h5, h6 { line-height: var(--leading-title); text-wrap: balance; break-after: avoid; }
h1 { font-size: var(--text-2xl); line-height: var(--leading-tight); margin: 0 0 var(--space-5); }
h2 { font-size: var(--text-xl); margin: var(--space-7) 0 var(--space-4); }
h3 { font-size: var(--text-l); margin: var(--space-6) 0 var(--space-2); }
h4, h5, h6 { font-size: var(--text-m); margin: var(--space-5) 0 var(--space-2); }
p, ul, ol { margin: var(--space-2) 0; }
a { color: var(--accent); }
a:focus-visible { outline: var(--rule-strong) solid var(--accent); }
table { border-collapse: collapse; }
th, td { border: var(--rule) solid var(--line-control); padding: var(--space-1) var(--space-2); text-align: start; }
code, pre { font-size: var(--text-s); overflow-wrap: anywhere; }
`;

/** Style of an exported page. */
export const EXPORT_STYLE = `${tokens}${reading}
.body { white-space: pre-wrap; overflow-wrap: break-word; }
.number, .label, .facts, nav, .fields { font-family: var(--face-interface); font-size: var(--text-s); color: var(--ink-quiet); }
.number { font-variant-numeric: lining-nums tabular-nums; }
.notice { border-inline-start: var(--edge) solid var(--warning); padding-inline-start: var(--space-3); }
.facts { list-style: none; padding: 0; overflow-wrap: anywhere; }
.references { font-size: var(--text-s); }
@page { margin: 2cm; }
@media print { nav { display: none; } a { color: inherit; text-decoration: none; } }
`;

/** Style of the page that explains the interface for programs. */
export const DOCS_STYLE = `${tokens}${reading}
body { font-family: var(--face-interface); font-size: var(--text-m); max-width: 60rem; }
.call { border-block-start: var(--rule) solid var(--line); padding-block: var(--space-3); }
.call h3 { margin: 0; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 5ch; color: var(--accent); }
.who { color: var(--ink-quiet); font-size: var(--text-s); }
pre { background: var(--sunken); padding: var(--space-3); border-radius: var(--radius-m); white-space: pre-wrap; }
`;
