// Plain JavaScript for any Node from 20.19 on, with nothing installed: what runs before the rest can.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');

const pinnedNode = join(
  checkout,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Brings node_modules to what package-lock.json says and goes on with `script` on the pinned Node.
 * Resolves with the exit code, or never where `script` runs in this very process.
 */
export async function continueOnPinnedNode(script, args) {
  expectNode();
  endWithNpm();
  if (!isInstalled()) await install();
  if (!existsSync(pinnedNode)) {
    stop(
      'The pinned Node (package "node") is not installed: its install script did not run. Check that npm may run scripts (npm config get ignore-scripts), delete node_modules and start again.',
    );
  }
  if (realpathSync(process.execPath) === realpathSync(pinnedNode)) {
    process.argv = [process.execPath, script, ...args];
    await import(pathToFileURL(script).href);
    return undefined;
  }
  return run(pinnedNode, [script, ...args], 'inherit');
}

// npm runs a script in a shell, and the shell does not pass SIGTERM on: it ends, npm ends, and
// nobody tells us. That our parent is another one than before is the sign.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

function expectNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Junbi needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
}

// npm writes down what it has installed; that list, not a stamp of our own, is compared with what
// package-lock.json asks for, so that a person's own `npm install` counts too.
function isInstalled() {
  const installed = readPackages(join(checkout, 'node_modules/.package-lock.json'));
  const wanted = readPackages(join(checkout, 'package-lock.json'));
  if (!installed || !wanted || !existsSync(pinnedNode)) return false;
  const same = (path) => installed[path]?.version === wanted[path]?.version;
  const asked = Object.keys(wanted).filter((path) => path !== '' && !isOptional(wanted[path]));
  return asked.every(same) && Object.keys(installed).every((path) => wanted[path] && same(path));
}

function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  say(
    'Installing the packages (once, and after each change of package-lock.json; about a minute) …',
  );
  const began = Date.now();
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under npm its own path is known; a plain `node app/start.mjs` finds npm on the PATH.
  const npm = process.env.npm_execpath ?? '';
  const code = /npm-cli\.[cm]?js$/.test(npm)
    ? await run(process.execPath, [npm, ...args], 'stderr')
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, 'stderr');
  if (code !== 0) {
    stop(
      'The packages could not be installed; npm says why above. Once its cause is mended, start again.',
    );
  }
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Runs a program to its end; signals that reach this process are passed on to it. */
function run(file, args, output) {
  return new Promise((resolve) => {
    const stdio = output === 'inherit' ? 'inherit' : ['ignore', 2, 2];
    const child = spawn(file, args, { cwd: output === 'inherit' ? undefined : checkout, stdio });
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.on('error', (error) => {
      say(`${file} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

// Messages go to stderr: stdout belongs to the results of the command line.
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  say(sentence);
  process.exit(1);
}
