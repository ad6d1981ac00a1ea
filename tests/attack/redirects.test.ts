import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { safePath } from '#app/safe-redirect.ts';
import { checkout } from '../setup/checkout.ts';
import { isFull, seedOf } from './random.ts';

// No redirect leads to another site: by fuzz of the one function that they pass, and by a look at every
// call in the source, that they do pass it.

const PIECES = [
  '/ // \\ . .. /../ /./ : @ ? # ; & = * |',
  '%2f %2F %5c %09 %0a %0d%0a %00 %252f %2e %2e%2e %E3%80%82',
  '／ ＼ 。 ： http: https: javascript: data: evil.example localhost 127.0.0.1 あ a',
]
  .flatMap((line) => line.split(' '))
  .concat('\t', '\n', '\r', ' ', '\0', '\u00A0', '\u200B', '\u2028', '\uFEFF');

const pathLike = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
  fc.string(),
);

const SITE = 'https://site.example';

/** Where a browser that is on this site goes, as often as it is sent on to the same. */
function leadsAway(path: string): boolean {
  if (!URL.canParse(path, SITE)) return true;
  const once = new URL(path, SITE);
  const next = once.pathname + once.search + once.hash;
  if (!URL.canParse(next, SITE)) return true;
  const again = new URL(next, SITE);
  const isPlain = Array.from(path).every((letter) => letter > ' ' && letter !== '\\');
  return once.origin !== SITE || again.origin !== SITE || !isPlain || !/^\/(?!\/)/.test(path);
}

test('whatever is asked for, the path stays on this site', () => {
  const seed = seedOf(20_261_125);
  const numRuns = isFull ? 1_000_000 : 100_000;
  const away = fc.check(
    fc.property(pathLike, (path) => !leadsAway(safePath(path, '/'))),
    { seed, numRuns },
  );
  expect(away.counterexample).toBeNull();
  console.log(`Redirects: ${numRuns} addresses (seed ${seed}), 0 lead away.`);
});

test('the fuzz reaches addresses that lead away, and such that are taken (the control)', () => {
  const sample = fc.sample(pathLike, { seed: 1, numRuns: 3_000 });
  expect(
    sample.filter((path) => URL.canParse(path, SITE) && leadsAway(path)).length,
  ).toBeGreaterThan(300);
  expect(sample.filter((path) => safePath(path, 'none') !== 'none').length).toBeGreaterThan(300);
});

test.each([
  '/..//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e%2e//evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/%2f%2fevil.example',
])('%j is led to the fallback', (path) => {
  expect(safePath(path, '/fallback')).toBe('/fallback');
});

/** Calls and words by which an answer could lead elsewhere, and the files that may use them. */
const MAY_REDIRECT: Record<string, readonly string[]> = {
  redirect: ['app/safe-redirect.ts', 'app/edge-guard.ts'],
  redirectDocument: [],
  Location: [],
  location: [],
};

function raw(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText();
      if (called === 'redirect' || called === 'redirectDocument') found.push(called);
    }
    if (ts.isPropertyAssignment(node) && isHeader(node)) found.push('Location');
    if (
      ts.isStringLiteral(node) &&
      node.text.toLowerCase() === 'location' &&
      ts.isCallExpression(node.parent) &&
      /\.(?:set|append|setHeader)$/.test(node.parent.expression.getText())
    )
      found.push('Location');
    const isAssigned =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      /\blocation(?:\.href)?$/.test(node.left.getText());
    if (
      isAssigned ||
      (ts.isCallExpression(node) &&
        /\blocation\.(?:assign|replace)$/.test(node.expression.getText()))
    )
      found.push('location');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `location` is also where evidence is kept; among headers it is the header. */
function isHeader(node: ts.PropertyAssignment): boolean {
  const name = node.name.getText().replaceAll(/['"]/g, '');
  const around = node.parent.parent;
  return (
    name === 'Location' ||
    (name === 'location' && ts.isPropertyAssignment(around) && around.name.getText() === 'headers')
  );
}

test('every redirect of the source goes through the one function', () => {
  const files = readdirSync(join(checkout, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => join('app', file));
  const wrong = files.flatMap((file) =>
    raw(file, readFileSync(join(checkout, file), 'utf8'))
      .filter((call) => !MAY_REDIRECT[call]?.includes(file))
      .map((call) => `${file}: ${call}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('a raw redirect is found (the control)', () => {
  const planted = `
    redirect(back); response.redirect(302, back); Response.redirect(back); redirectDocument(back);
    new Response(null, { headers: { Location: back } }); headers.set('location', back);
    window.location.href = back; location.assign(back); location = back;`;
  expect(raw('planted.ts', planted)).toHaveLength(9);
  expect(
    raw('sound.ts', `redirectTo(back); const { location } = useLocation(); location.search`),
  ).toEqual([]);
});
