import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../../setup/checkout.ts';

/** Where the reference app is built to, below the checkout. */
export const referenceBuild = 'build/bench-reference';

/** Builds the reference app as the app itself is built. */
export async function buildReference(): Promise<void> {
  const remix = join(checkout, 'node_modules/@remix-run/dev/dist/cli.js');
  const config = join(import.meta.dirname, 'vite.config.ts');
  const child = spawn(process.execPath, [remix, 'vite:build', '--config', config], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The reference app could not be built:\n${said}`);
}
