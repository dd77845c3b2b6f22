// What the scripts say in a terminal: plain lines on standard error, in the terminal's language, with elapsed time.

const WORDS = {
  fr: {
    node: 'Triptyque demande Node 20.19 ou plus récent ; celui-ci est {version}.',
    installing: 'Installation de ce qui manque (npm ci ; la première fois, quelques minutes)',
    building: 'Construction des pages et du serveur',
    pages: 'Pages',
    server: 'Serveur',
    squeezing: 'Compression',
    waiting: 'Une autre construction est en cours : attente',
    done: 'fait en {seconds} s',
    failed: 'échec après {seconds} s',
    starting: 'Démarrage du serveur',
    browser: 'Installation de Chromium (apt-get install chromium)',
    noBrowser:
      'Aucun navigateur pour les tests : installez Chromium, ou donnez son chemin dans CHROMIUM_PATH.',
  },
  en: {
    node: 'Triptyque needs Node 20.19 or newer; this one is {version}.',
    installing: 'Installing what is missing (npm ci; some minutes the first time)',
    building: 'Building the pages and the server',
    pages: 'Pages',
    server: 'Server',
    squeezing: 'Compressing',
    waiting: 'Another build is at work: waiting',
    done: 'done in {seconds} s',
    failed: 'failed after {seconds} s',
    starting: 'Starting the server',
    browser: 'Installing Chromium (apt-get install chromium)',
    noBrowser: 'No browser for the tests: install Chromium, or give its path in CHROMIUM_PATH.',
  },
};

// Plain scripts run before anything is installed or built, so they cannot use locales/ nor server/env.ts.
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const words = locale.toLowerCase().startsWith('en') ? WORDS.en : WORDS.fr;

/** One line of this script's words, filled. */
export function worded(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Says one line. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs `work` under a line that says what it is; says how long it has taken, more and more rarely. */
export async function step(key, work) {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  say(`• ${worded(key)}…`);
  let ticking;
  const tick = (after) => {
    ticking = setTimeout(() => {
      say(`  … ${Math.round(Number(seconds()))} s`);
      tick(Math.min(after * 1.5, 30_000));
    }, after);
  };
  tick(5000);
  try {
    const result = await work();
    say(`  ${worded('done', { seconds: seconds() })}`);
    return result;
  } catch (error) {
    say(`  ${worded('failed', { seconds: seconds() })}`);
    throw error;
  } finally {
    clearTimeout(ticking);
  }
}
