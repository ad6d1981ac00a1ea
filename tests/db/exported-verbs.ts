import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../setup/checkout.ts';

/** A verb as `file.name`, and the doors whose transaction it takes. */
export type Verb = { verb: string; doors: string[] };

/** Every exported function of `db/` whose first argument is a transaction. */
export function exportedVerbs(folder = join(checkout, 'db')): Verb[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) =>
    verbsIn(file.replace(/\.ts$/, ''), readFileSync(join(folder, file), 'utf8')),
  );
}

export function verbsIn(file: string, text: string): Verb[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const { modifiers } = ts.canHaveModifiers(statement) ? statement : {};
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    return functionsOf(statement).flatMap(({ name, parameters }) => {
      const taken = parameters[0]?.type?.getText() ?? '';
      const isVerb = /^[A-Z]\w*Tx(?: \| [A-Z]\w*Tx)*$/.test(taken);
      return isVerb ? [{ verb: `${file}.${name}`, doors: taken.split(' | ') }] : [];
    });
  });
}

type Written = { name: string; parameters: readonly ts.ParameterDeclaration[] };

function functionsOf(statement: ts.Statement): Written[] {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', parameters: statement.parameters }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? [{ name: name.getText(), parameters: initializer.parameters }]
      : [],
  );
}
