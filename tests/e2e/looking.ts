import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// What the tests ask of a page as it stands in the browser. Each answer is a list of findings.

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Violations of axe, one line for each element.
 * @param contrast left out where the same page was looked at in its other language: words have no colour
 */
export async function axeFindings(
  page: Page,
  contrast: 'contrast' | 'no contrast' = 'contrast',
): Promise<string[]> {
  // Without frames of other sites there is nothing to gather in a second page, which takes most of the time.
  const { violations } = await new AxeBuilder({ page })
    // What passes is not gathered: on a long page that takes longer than to look.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .disableRules(contrast === 'contrast' ? [] : ['color-contrast'])
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}

/** What makes the page scroll sideways at this width, in CSS pixels. */
export async function sidewaysFindings(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 });
  return page.evaluate((width) => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5 && element.checkVisibility(),
    );
    const named = wide
      .slice(-3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${scrollWidth} px wide at ${width} px: ${named.join(', ')}`];
  }, width);
}

/**
 * Walks the page with the Tab key alone: every control is reached, in the order of the page, with a
 * visible focus, and the walk leaves the page again.
 */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const presses = await page.evaluate(prepareWalk);
  for (let press = 0; press < presses + 1; press += 1) await page.keyboard.press('Tab');
  return page.evaluate(judgeWalk);
}

type Walk = { expected: Element[]; visited: { element: Element; visible: boolean }[] };
declare global {
  interface Window {
    junbiWalk?: Walk;
  }
}

// The two functions below are carried into the page as they stand, so nothing of theirs is outside them.
/* oxlint-disable unicorn/consistent-function-scoping */

/** Runs in the page: finds what Tab should reach and listens; gives how often Tab is pressed. */
function prepareWalk(): number {
  const selector =
    'a[href], button:not(:disabled), input:not([type="hidden"]):not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex^="-"])';
  const inOrder = [...document.querySelectorAll(selector)].filter(
    (element) => element.checkVisibility() && element.getAttribute('tabindex') !== '-1',
  );
  const groups = new Set<string>();
  const expected = inOrder.filter((element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = `${element.form ? [...document.forms].indexOf(element.form) : ''} ${element.name}`;
    const peers = inOrder.filter(
      (peer) =>
        peer instanceof HTMLInputElement &&
        peer.type === 'radio' &&
        peer.name === element.name &&
        peer.form === element.form,
    );
    const chosen = peers.find((peer) => peer instanceof HTMLInputElement && peer.checked);
    // Tab enters a group at its chosen radio, or at the first; arrows move inside.
    if (chosen) return element === chosen;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
  const visited: Walk['visited'] = [];
  window.junbiWalk = { expected, visited };
  const isMarked = (element: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // Tab goes on from where the focus was last, even where it was given up: lead it to the top first.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const around = [target, target.closest('label'), target.parentElement, ...target.children];
    const visible = around.some((element) => element !== null && isMarked(element));
    visited.push({ element: target, visible });
  });
  window.scrollTo(0, 0);
  // A date is one control with four stops of its own: year, month, day, calendar.
  const dates = expected.filter(
    (element) => element instanceof HTMLInputElement && element.type === 'date',
  );
  return expected.length + 3 * dates.length;
}

/** Runs in the page: what went otherwise than it should. */
function judgeWalk(): string[] {
  const { expected, visited } = window.junbiWalk ?? { expected: [], visited: [] };
  const nameOf = (element: Element | undefined) =>
    element ? element.outerHTML.slice(0, 120).replaceAll('\n', ' ') : 'nothing';
  const walk = visited.slice(0, expected.length);
  const findings = walk
    .filter(({ visible }) => !visible)
    .map(({ element }) => `no visible focus: ${nameOf(element)}`);
  const at = expected.findIndex((element, index) => walk[index]?.element !== element);
  if (at !== -1) {
    findings.push(
      `stop ${at + 1} of ${expected.length} is ${nameOf(walk[at]?.element)} instead of ${nameOf(expected[at])}`,
    );
  }
  const next = visited[expected.length]?.element;
  if (next !== undefined && next !== expected[0])
    findings.push(`the walk does not leave: ${nameOf(next)}`);
  return findings;
}
