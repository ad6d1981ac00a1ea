import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, manifest, partly, type Reach, type World } from '../routes/manifest.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { axeFindings, keyboardFindings, sidewaysFindings } from './looking.ts';

// Every page of the manifest in every state and both languages: axe at two widths, no sideways scroll
// at 320 px and at 200 % zoom, all of it by keyboard, no complaint of the browser.

let app: App;
let browser: Browser;
let world: World;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
  world = await makeWorld(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const reached = Object.entries(manifest).flatMap(([route, { more, ...states }]) =>
  Object.entries({ ...states, ...more }).flatMap(([state, reach]) =>
    typeof reach === 'string' ? [] : [{ route: route.slice('routes/'.length), state, reach }],
  ),
);

const everything = [
  ...reached,
  ...partly.map(({ route, reach }) => ({ route, state: 'part', reach })),
];

const DESKTOP = { width: 1280, height: 800 };

async function contextFor(reach: Reach, language: 'ja' | 'en'): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    baseURL: app.origin,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  if (reach.who !== 'nobody') await signInAs(context, world[reach.who].visitor);
  await context.addCookies([
    {
      name: 'language',
      value: language === 'en' ? 'ImVuIg%3D%3D' : 'ImphIg%3D%3D',
      url: app.origin,
    },
  ]);
  return context;
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test.each(everything)('$route, $state', async ({ state, reach }) => {
    const context = await contextFor(reach, language);
    try {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const answer = await page.goto(reach.path(world));
      expect(answer?.status()).toBe(reach.status ?? 200);
      await reach.act?.(page, world);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.title()).toMatch(/\S.* \| (?:準備 Junbi|Junbi 準備)$/);

      const findings = {
        desktop: await axeFindings(page),
        keyboard: language === 'ja' || state === 'error' ? await keyboardFindings(page) : [],
        zoom: await sidewaysFindings(page, 640),
        phone: await phoneFindings(page, language),
        narrow: await sidewaysFindings(page, 320),
        complaints,
      };
      expect(findings).toEqual({
        desktop: [],
        keyboard: [],
        zoom: [],
        phone: [],
        narrow: [],
        complaints: [],
      });
    } finally {
      await context.close();
    }
  });
});

/** axe on a phone in one language: what differs there is the width of words, and that is looked at. */
async function phoneFindings(page: Page, language: 'ja' | 'en'): Promise<string[]> {
  const sideways = await sidewaysFindings(page, 375);
  return language === 'ja' ? [...sideways, ...(await axeFindings(page))] : sideways;
}

describe('planted defects are found (the controls)', () => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: app.origin });
    page = await context.newPage();
  });

  async function planted(change: () => void): Promise<void> {
    // The page's own scripts come first: what is planted before them, they take away.
    await page.goto('/signin', { waitUntil: 'networkidle' });
    await page.evaluate(change);
  }

  test('by axe: a picture without words, a field without a label', async () => {
    await planted(() => {
      const main = document.querySelector('main');
      main?.append(document.createElement('img'), document.createElement('input'));
    });
    const findings = (await axeFindings(page)).join('\n');
    expect(findings).toMatch(/image-alt/);
    expect(findings).toMatch(/label/);
  });

  test('at 320 px: a box of 400 px', async () => {
    await planted(() => {
      const box = document.createElement('div');
      box.style.setProperty('width', '400px');
      box.textContent = 'wide';
      document.querySelector('main')?.append(box);
    });
    expect(await sidewaysFindings(page, 320)).toHaveLength(1);
    await page.setViewportSize(DESKTOP);
  });

  test('by keyboard: a control out of order, and a focus that cannot be seen', async () => {
    await planted(() => {
      const button = document.createElement('button');
      button.textContent = 'late';
      button.tabIndex = 3;
      document.querySelector('main')?.append(button);
    });
    expect((await keyboardFindings(page)).join()).toMatch(
      /stop \d+ of \d+ is .* instead of <button tabindex="3">late/,
    );
    await planted(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { outline: none !important; box-shadow: none !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    expect((await keyboardFindings(page)).join()).toMatch(/no visible focus/);
  });

  test('on the console: what the policy refuses', async () => {
    const complaints = complaintsOf(page);
    await page.goto('/signin');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.stolen = true';
      document.body.append(script);
    });
    await expect.poll(() => complaints.join()).toMatch(/Content Security Policy/);
  });
});
