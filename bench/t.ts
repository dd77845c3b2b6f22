import * as Y from 'yjs';
import { baseText } from './load/documents.ts';
const b = baseText();
console.log('update', b.update.length);
const mk = (gc:boolean) => { const d = new Y.Doc({gc}); Y.applyUpdate(d, b.update); return d; };
const d = mk(false);
let structs=0, by: Record<string, number> = {}, chars=0;
for (const l of d.store.clients.values()) for (const s of l) { structs++; const n = s instanceof Y.Item ? s.content.constructor.name + (s.content instanceof Y.ContentType ? ':' + s.content.type.constructor.name : '') : 'GC'; by[n]=(by[n]??0)+1; if (s instanceof Y.Item && s.content instanceof Y.ContentString) chars+=s.length; }
console.log(structs, chars, by);
globalThis.gc?.(); const m0 = process.memoryUsage();
const keep=[]; for (let i=0;i<200;i++) keep.push(mk(false));
globalThis.gc?.(); const m1 = process.memoryUsage();
console.log('heap kB/doc', (m1.heapUsed-m0.heapUsed)/1024/200, 'ext', (m1.external-m0.external)/1024/200, 'rss', (m1.rss-m0.rss)/1024/200);
