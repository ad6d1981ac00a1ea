import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A source of the app, read into its parts. */
function* sources(): Generator<ts.SourceFile> {
  for (const file of globSync('app/**/*.{ts,tsx}').sort()) {
    if (file.includes('.test.')) continue;
    yield ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  }
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Each place where a schema takes any string, as `file name`. */
export function stringsOfSchemas(): string[] {
  const found = new Set<string>();
  for (const source of sources()) {
    walk(source, (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { name, expression } = node.expression;
      if (name.text !== 'string' || expression.getText(source) !== 'z') return;
      found.add(`${source.fileName} ${nameOf(node)}`);
    });
  }
  return [...found].sort();
}

/** The property or variable that a schema is given to. */
function nameOf(node: ts.Node): string {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at)) return at.name.getText();
  }
  return '?';
}

const ELEMENTS = new Set(['TextInput', 'TextArea', 'SearchBox', 'input', 'textarea']);
const NO_WORDS = new Set(['hidden', 'radio', 'checkbox', 'date', 'file']);

/** Each field of a page into which words can be typed, as `file name`. */
export function fieldsOfPages(): string[] {
  const found = new Set<string>();
  for (const source of sources()) {
    walk(source, (node) => {
      if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return;
      if (!ELEMENTS.has(node.tagName.getText(source))) return;
      if (NO_WORDS.has(attribute(node, 'type') ?? 'text')) return;
      found.add(`${source.fileName} ${attribute(node, 'name') ?? '-'}`);
    });
  }
  return [...found].sort();
}

function attribute(
  { attributes }: ts.JsxSelfClosingElement | ts.JsxOpeningElement,
  name: string,
): string | undefined {
  for (const each of attributes.properties) {
    if (!ts.isJsxAttribute(each) || each.name.getText() !== name) continue;
    return each.initializer?.getText().replaceAll(/["'{}]/g, '');
  }
  return undefined;
}
