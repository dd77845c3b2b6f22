// Loaded into a server by NODE_OPTIONS=--require: lets a test make its disk refuse, as SQLite itself says it. What the
// file named by FAILING_DISK holds decides: `full` (the database may not grow by a page), `readonly`, or nothing.
const { readFileSync } = require('node:fs');
const Sqlite = require('better-sqlite3');

const open = new Set();
const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (...given) {
  open.add(this);
  return prepare.apply(this, given);
};

const MOST_PAGES = 4294967294;
let now = '';
setInterval(() => {
  let wanted = '';
  try {
    wanted = readFileSync(process.env.FAILING_DISK, 'utf8').trim();
  } catch {
    // Not written yet: all is well.
  }
  if (wanted === now) return;
  for (const database of open) {
    if (!database.open || database.inTransaction) return;
    const pages = database.pragma('page_count', { simple: true });
    database.pragma(`max_page_count = ${wanted === 'full' ? pages : MOST_PAGES}`);
    database.pragma(`query_only = ${wanted === 'readonly' ? 'ON' : 'OFF'}`);
  }
  now = wanted;
}, 20).unref();
