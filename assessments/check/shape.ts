import type { z } from 'zod';

/** What a schema finds in a document: a sentence per fault, with file and path. */
export function shapeFaults(schema: z.ZodType, file: string, content: unknown): string[] {
  const { error } = schema.safeParse(content, { error: inWords });
  return (error?.issues ?? []).map(
    (issue) => `${file}: ${issue.path.map(String).join('.') || 'document'}: ${issue.message}.`,
  );
}

/** For an author, who knows fields and texts, not objects and strings; the rest keeps zod's words. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  if (input === undefined) return 'is missing';
  if (input === null || input === '') return 'is empty';
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}, found ${typeof input === 'number' ? input : typeOf(input)}`;
    case 'invalid_value':
      return `expected ${oneOf(issue.values)}, found ${shown(input)}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `expected a day such as 2026-11-27, found ${shown(input)}`
        : `is not written as it has to be: ${shown(input)}`;
    case 'invalid_union':
      return kindFault(input, issue);
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}, which does not belong there`;
    case 'too_small':
      return `expected ${issue.inclusive ? 'at least' : 'more than'} ${amount(issue.minimum, issue)}`;
    case 'too_big':
      return `expected ${issue.inclusive ? 'at most' : 'less than'} ${amount(issue.maximum, issue)}`;
    default:
      return undefined;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'fields',
  record: 'fields',
};

function typeOf(input: unknown): string {
  if (input === null) return 'nothing';
  return TYPES[Array.isArray(input) ? 'array' : typeof input] ?? 'something else';
}

function shown(input: unknown): string {
  return typeof input === 'object' ? typeOf(input) : JSON.stringify(input);
}

function oneOf(values: readonly unknown[]): string {
  const named = values.map((value) => JSON.stringify(value));
  return named.length > 1 ? `one of ${named.join(', ')}` : String(named[0]);
}

function kindFault(
  input: unknown,
  issue: { discriminator?: string | undefined; options?: readonly unknown[] },
): string {
  if (issue.discriminator === undefined || typeof input !== 'object' || input === null)
    return 'has none of the forms that are allowed here';
  const said: unknown = Reflect.get(input, issue.discriminator);
  return said === undefined
    ? 'is missing'
    : `expected ${oneOf(issue.options ?? [])}, found ${shown(said)}`;
}

function amount(bound: number | bigint, { origin, input }: { origin: string; input?: unknown }) {
  if (Array.isArray(input)) return `${bound} in the list, found ${input.length}`;
  return origin === 'string' ? `${bound} characters` : `${bound}, found ${String(input)}`;
}
