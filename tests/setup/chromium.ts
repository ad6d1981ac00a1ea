import { execFile, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** Names the browser that the end-to-end tests use; set by the test run for its workers. */
export const chromiumVariable = 'JUNBI_CHROMIUM';

/** Works for root and in containers, and keeps the browser from talking to anybody but us. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApps = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that starts: an installed one, or Playwright's own. */
export async function findChromium(): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const candidates = [
    process.env[chromiumVariable],
    process.env['CHROMIUM_PATH'],
    process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'],
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macApps.map((app) => join('/Applications', app)),
    chromium.executablePath(),
  ];
  for (const path of new Set(candidates)) if (path && (await starts(path))) return path;
  return undefined;
}

/**
 * Finds a Chromium or gets one: Playwright's own where it can be downloaded, else Debian's package
 * when root. Undefined where neither works; `log` has heard why.
 */
export async function ensureChromium(log: (line: string) => void): Promise<string | undefined> {
  const found = await findChromium();
  if (found) return found;
  log('No Chromium is installed; downloading the one of Playwright …');
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  await finished(process.execPath, [cli, 'install', '--only-shell', 'chromium'], log);
  const headlessShell = await starts(chromium.executablePath());
  if (headlessShell) return chromium.executablePath();
  if (process.getuid?.() === 0 && process.platform === 'linux') {
    log('That one does not start here; installing the package "chromium" with apt-get …');
    await finished('apt-get', ['update', '-qq'], log);
    await finished('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], log);
    return findChromium();
  }
  log(
    `No Chromium could be had. Install one (on Debian: apt-get install chromium), or name one with ${chromiumVariable}=/path.`,
  );
  return undefined;
}

// A name alone says little: some are stubs that only tell how to install a browser.
async function starts(path: string): Promise<boolean> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    return /Chrom/.test(stdout);
  } catch {
    return false;
  }
}

function finished(file: string, args: string[], log: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => {
      log(`${file}: ${error.message}`);
      resolve();
    });
    child.on('close', (code) => {
      if (code !== 0) log(`${file} ended with ${code}: ${said.trim().slice(-500)}`);
      resolve();
    });
  });
}
