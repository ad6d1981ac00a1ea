import { data } from '@remix-run/node';
import { z } from 'zod';

/** What was typed, by field; repeated names keep all their values. */
export type Submitted = Record<string, string[]>;

/** A form that was refused: a reason code for each field, and all that was typed. */
export interface Refused {
  ok: false;
  problems: Record<string, string>;
  submitted: Submitted;
}

export type Parsed<T> = { ok: true; value: T; submitted: Submitted } | Refused;

/**
 * The fields of a posted form. `isSound` is false where it holds what no form of ours can: a name that
 * every object has, or NUL, which PostgreSQL keeps in no text; both are left out.
 */
export async function readFields(
  request: Request,
): Promise<{ submitted: Submitted; isSound: boolean }> {
  const fields = new Map<string, string[]>();
  let isSound = true;
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string') continue;
    const text = value.replaceAll('\0', '');
    const isName = !(name in Object.prototype);
    isSound &&= isName && text === value;
    if (!isName) continue;
    const values = fields.get(name);
    if (values) values.push(text);
    else fields.set(name, [text]);
  }
  return { submitted: Object.fromEntries(fields), isSound };
}

/**
 * Reads a form once at the edge. A field that stands once arrives as a string, a repeated one as an
 * array; fields that the schema does not name are refused. The messages of the schema are reason
 * codes, which the page turns into sentences. With `person`, the form says in a field of that name
 * whose page it was, and another person's is refused.
 */
export async function parseForm<T extends z.ZodType>(
  request: Request,
  schema: T,
  { person }: { person?: string } = {},
): Promise<Parsed<z.infer<T>>> {
  const { submitted, isSound } = await readFields(request);
  if (!isSound) return { ok: false, problems: { form: 'form' }, submitted };
  const { person: owner, ...others } = submitted;
  if (person !== undefined && owner && owner[0] !== person)
    return { ok: false, problems: { form: 'other-person' }, submitted };
  const fields = Object.fromEntries(
    Object.entries(person === undefined ? submitted : others).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  );
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data, submitted };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    problems[field] ??= issue.message;
  }
  return { ok: false, problems, submitted };
}

/** Status 422 with the reasons and nothing lost of what was typed; secrets are not echoed. */
export function refuse(
  refused: Refused,
  { secrets = [], status = 422 }: { secrets?: string[]; status?: 422 | 503 } = {},
) {
  const submitted = Object.fromEntries(
    Object.entries(refused.submitted).filter(([name]) => !secrets.includes(name)),
  );
  return data({ ...refused, submitted }, { status });
}

/** The value of a field as it was typed, else as it is stored. */
export function typed(submitted: Submitted | undefined, name: string, stored = ''): string {
  return submitted?.[name]?.[0] ?? stored;
}

/** A field that stands there never, once or several times: always a list. */
export const listed = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(one),
  );

/** Full-width digits and letters as a Japanese keyboard leaves them, in their plain form. */
export function narrow(text: string): string {
  return text.normalize('NFKC').trim();
}
