import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { MessageLanguage } from '#emails/message.ts';
import { parseForm, refuse } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { emailField } from './fields.server.ts';
import { countTry, type LimitedForm } from './limits.server.ts';

const form = z.strictObject({ email: emailField });

/** The action of a form that asks for a link: one answer, whether the address is known or too eager. */
export async function askForLink(
  { request, context }: ActionFunctionArgs,
  limited: LimitedForm,
  ask: (email: string, language: MessageLanguage, origin: string) => Promise<void>,
) {
  const sent = await parseForm(request, form);
  if (!sent.ok) return refuse(sent);
  const { email } = sent.value;
  const counted = await countTry(limited, email);
  if (counted.ok) await ask(email, await languageOf(request), context.environment.origin);
  return { ok: true as const };
}
