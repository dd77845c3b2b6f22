// Running another program: quietly (its words are shown only when it fails) or aloud, and stopping it with us.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (children.size > 0) {
      for (const child of children) child.kill(signal);
      process.exit(130);
    }
    // Once the server has taken this process over, it listens too and ends it in its own time.
    if (process.listenerCount(signal) === 1) process.exit(130);
  });
}

/** What is thrown when a program fails; its output is in `output` where it was quiet. */
export class ProgramFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
    this.code = code;
  }
}

/**
 * Runs a program in the project's folder. Resolves when it ends well; throws ProgramFailed otherwise.
 * `aloud` lets it use our terminal.
 */
export function run(command, args, { aloud = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      children.delete(child);
      reject(new ProgramFailed(command, error.message, output));
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      if (code === 0) resolve(output);
      else reject(new ProgramFailed(`${command} ${args.join(' ')}`, code ?? signal, output));
    });
  });
}

/** Runs a program of node_modules by the file of its package that starts it. */
export function runPackage(file, args, options) {
  return run(process.execPath, [`node_modules/${file}`, ...args], options);
}
