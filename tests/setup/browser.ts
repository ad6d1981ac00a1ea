import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.ts';
import type { Visitor } from './visitor.ts';

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium was found; `npm test` gets one.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}

/** Takes the cookies of a visitor along: the same person, now with a browser. */
export async function signInAs(context: BrowserContext, { origin, cookies }: Visitor) {
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
}

/** Collects what a browser complains about: errors on the console, refused policies, broken requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The console repeats the status of a page that is meant to have it.
    if (message.type() !== 'error' || /status of 4\d\d/.test(message.text())) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A navigation calls off what the page before it still fetched. "csp" is also what a browser says
    // of scripts that it was told not to run; a policy that refuses something is on the console too.
    if (why !== 'net::ERR_ABORTED' && why !== 'csp')
      complaints.push(`request: ${request.url()} ${why}`);
  });
  return complaints;
}
