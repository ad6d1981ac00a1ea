import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../routes/looked-world.ts';
import { manifest, partly, type Reach } from '../routes/manifest.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { axeFindings, keyboardFindings, sidewaysFindings } from './looking.ts';

// Every page of the manifest in every state and both languages: axe at two widths, no sideways scroll
// at 320 px and at 200 % zoom, all of it by keyboard, no complaint of the browser.

const reached = Object.entries(manifest).flatMap(([route, { more, ...states }]) =>
  Object.entries({ ...states, ...more }).flatMap(([state, reach]) =>
    typeof reach === 'string' ? [] : [{ route: route.slice('routes/'.length), state, reach }],
  ),
);

const everything = [
  ...reached,
  ...partly.map(({ route, reach }) => ({ route, state: 'part', reach })),
];

export const DESKTOP = { width: 1280, height: 800 };

type Language = 'ja' | 'en';

/** A test for every page in every state, in one language. */
export function lookAtEveryPage(language: Language): void {
  let app: App;
  let browser: Browser;
  let world: World;
  let contexts: Contexts;
  beforeAll(async () => {
    app = await openApp();
    browser = await openBrowser();
    world = await makeWorld(app);
    contexts = contextsOf({ app, browser, world }, language);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(everything)('$route, $state', async ({ state, reach }) => {
    const context = await contexts.open(reach);
    const page = await context.newPage();
    try {
      const complaints = complaintsOf(page);
      const answer = await page.goto(reach.path(world));
      expect(answer?.status()).toBe(reach.status ?? 200);
      await reach.act?.(page, world);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.title()).toMatch(/\S.* \| (?:準備 Junbi|Junbi 準備)$/);

      const findings = {
        // In English the elements are the same: one state of each page is looked at again.
        desktop:
          language === 'ja'
            ? await axeFindings(page)
            : state === 'full' || state === 'part'
              ? await axeFindings(page, 'no contrast')
              : [],
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
      await contexts.close(reach, page);
    }
  });
}

type Looked = { app: App; browser: Browser; world: World };

type Contexts = ReturnType<typeof contextsOf>;

/** Who only looks keeps a browser with what it has fetched; who acts gets a new one for that page. */
function contextsOf(looked: Looked, language: Language) {
  const kept = new Map<Reach['who'], BrowserContext>();
  return {
    async open(reach: Reach): Promise<BrowserContext> {
      if (reach.act) return contextFor(looked, reach, language);
      const context = kept.get(reach.who) ?? (await contextFor(looked, reach, language));
      kept.set(reach.who, context);
      // A session may have got another token since.
      if (reach.who !== 'nobody') await signInAs(context, looked.world[reach.who].visitor);
      return context;
    },
    async close(reach: Reach, page: Page): Promise<void> {
      await (reach.act ? page.context().close() : page.close());
    },
  };
}

async function contextFor(
  { app, browser, world }: Looked,
  reach: Reach,
  language: Language,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    baseURL: app.origin,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  if (reach.who !== 'nobody') await signInAs(context, world[reach.who].visitor);
  const value = language === 'en' ? 'ImVuIg%3D%3D' : 'ImphIg%3D%3D';
  await context.addCookies([{ name: 'language', value, url: app.origin }]);
  return context;
}

/** axe on a phone in one language: what differs there is the width of words, and that is looked at. */
async function phoneFindings(page: Page, language: Language): Promise<string[]> {
  const sideways = await sidewaysFindings(page, 375);
  // Colours do not change with the width.
  return language === 'ja' ? [...sideways, ...(await axeFindings(page, 'no contrast'))] : sideways;
}
