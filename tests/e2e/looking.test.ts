import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser } from '../setup/browser.ts';
import { DESKTOP } from './every-page.ts';
import { axeFindings, keyboardFindings, sidewaysFindings } from './looking.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

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
