import { z } from 'zod';
import { readFields, type Submitted } from '../forms.ts';
import { paths } from '../paths.ts';
import { safePath } from '../safe-redirect.ts';
import type { Unsent } from '../unsent.ts';

/** Is typed again and never carried. */
const SECRET = /password|passphrase|passkey|secret|token|code/i;

/** What a form would have saved; reads the body of the request. */
export async function unsentOf(request: Request): Promise<Unsent> {
  return unsentFrom(request, (await readFields(request)).submitted);
}

/** The same where the body was read before. */
export function unsentFrom({ url }: Request, submitted: Submitted): Unsent {
  const { pathname, search } = new URL(url);
  const fields = Object.entries(submitted).flatMap(([name, values]) =>
    SECRET.test(name) ? [] : values.map((value): [string, string] => [name, value]),
  );
  const to = safePath(pathname + search, paths.companies);
  return { to, person: submitted['person']?.[0] ?? '', fields };
}

/** Their forms need no session, so nothing of theirs was ever held up. */
const OPEN = [
  paths.signIn,
  paths.signUp,
  paths.signOut,
  paths.forgotPassword,
  paths.recovery(''),
  paths.passkeyOptions,
];
/** What proves or changes how one signs in is sent once more by its person, under the new session. */
const SENT_ONCE_MORE = [paths.security, '/confirm'];

/** Whether a form to this address is sent by itself after a sign-in. */
export function isCarried(to: string): boolean {
  return ![...OPEN, ...SENT_ONCE_MORE].some((path) => to.startsWith(path));
}

const unsentSchema = z.strictObject({
  to: z
    .string()
    .refine((to) => safePath(to, '') === to)
    .refine(isCarried),
  person: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

/** What the sign-in form carries on, or null where it carries nothing of ours. */
export function carriedIn(submitted: Submitted): Unsent | null {
  try {
    const read: unknown = JSON.parse(submitted['unsent']?.[0] ?? 'null');
    return unsentSchema.safeParse(read).data ?? null;
  } catch {
    return null;
  }
}
