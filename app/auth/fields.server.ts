import { z } from 'zod';
import { narrow } from '../forms.ts';
import { passwordProblem } from './password.server.ts';

/** Fields that several sign-in forms share; the messages are reason codes. */
export const emailField = z
  .string('email-form')
  .transform((text) => narrow(text).toLowerCase())
  .pipe(z.email('email-form').max(254, 'email-form'));

export const nameField = z
  .string('name-missing')
  .trim()
  .min(1, 'name-missing')
  .max(80, 'name-missing');

/** A password as it was typed: nothing is trimmed or normalised away. */
export const passwordField = z.string('password-missing').min(1, 'password-missing').max(1000);

export function newPasswordField(context: readonly string[]) {
  return passwordField.superRefine((password, issues) => {
    const problem = passwordProblem(password, context);
    if (problem !== null) issues.addIssue({ code: 'custom', message: problem });
  });
}

/** A one-time code or a recovery code, as it was typed or read aloud: full-width digits, spaces. */
export const codeField = z
  .string('code-missing')
  .transform((text) => narrow(text).replaceAll(/\s/g, ''))
  .pipe(z.string().min(1, 'code-missing').max(40, 'wrong-code'));

/** What an authenticator answered; without JavaScript nothing did. */
export const passkeyField = z
  .string('passkey-failed')
  .min(1, 'passkey-failed')
  .max(20_000, 'passkey-failed');
