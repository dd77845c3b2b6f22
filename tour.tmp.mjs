import { chromium } from '@playwright/test';
const base = process.env.BASE; const setup = process.env.SETUP; const pages = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
import fs from 'node:fs';
const stateFile = '/tmp/shots/state.json';
const opts = (w,h,scheme) => ({ viewport:{width:w,height:h}, colorScheme: scheme, locale:'fr-FR', ...(fs.existsSync(stateFile) && process.env.ANON!=='1' ? {storageState: stateFile}:{}) });
if (setup) {
  const c = await b.newContext(opts(1280,800,'light')); const p = await c.newPage();
  p.on('console', m => ['error','warning'].includes(m.type()) && console.log('console', m.type(), m.text()));
  await p.goto(setup); 
  await p.fill('[name=name]','Camille Exemple'); await p.fill('[name=email]','coord@example.org'); await p.fill('[name=password]','correct horse battery'); 
  await p.click('main button[type=submit]'); await p.waitForLoadState('networkidle'); console.log('after setup', p.url());
  await c.storageState({path: stateFile}); await c.close();
}
for (const spec of pages) {
  const [path,w='1280',scheme='light',full='0'] = spec.split('@');
  const c = await b.newContext(opts(+w, +w<500?740:800, scheme)); const p = await c.newPage();
  p.on('console', m => ['error','warning'].includes(m.type()) && console.log(path,'console', m.type(), m.text()));
  p.on('pageerror', e => console.log(path,'pageerror', e.message));
  const r = await p.goto(base+path); await p.waitForLoadState('networkidle').catch(()=>{});
  const name = (path.replace(/[^a-z0-9.]+/gi,'_')||'home')+`-${w}-${scheme}.png`;
  await p.screenshot({path:`/tmp/shots/${name}`, fullPage: full==='1'}); console.log(r.status(), path, name, 'scrollW', await p.evaluate(()=>document.documentElement.scrollWidth));
  await c.close();
}
await b.close();
