import { z } from 'zod';
import { ENGAGEMENT_DAYS, SCOPES, type Terms } from '#db/engagements.ts';
import { MEMBER_ROLES, type Role } from '#db/members.ts';
import { narrow } from '../forms.ts';

// Fields of the forms that let somebody in; the messages are reason codes (app/messages/people.ts).

export const idField = z.guid('form');

/** Check boxes: none, one or several. */
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given));

export const roleFields = {
  role: z.enum(MEMBER_ROLES, 'choose-role'),
  sections: many,
};

export const termsFields = {
  scope: z.enum(SCOPES, 'choose-scope'),
  questionnaires: many,
  days: z
    .string('choose-days')
    .transform((text) => Number(narrow(text)))
    .pipe(z.int('choose-days').min(1, 'choose-days').max(ENGAGEMENT_DAYS.most, 'choose-days')),
};

type Read<T> = { ok: true; value: T } | { ok: false; problems: Record<string, string> };

/** A respondent has sections, nobody else has. */
export function readRole(given: { role: Role['role']; sections: string[] }): Read<Role> {
  const { role } = given;
  if (role !== 'respondent') return { ok: true, value: { role, sections: null } };
  const sections = given.sections
    .filter((letter) => /^[A-L]$/.test(letter))
    .sort()
    .join('');
  if (sections === '') return { ok: false, problems: { sections: 'choose-sections' } };
  return { ok: true, value: { role, sections } };
}

/** All questionnaires that stand means all of them, later ones included. */
export function readTerms(
  given: { scope: Terms['scope']; questionnaires: string[]; days: number },
  standing: readonly string[],
): Read<Terms> {
  const { scope, days } = given;
  const chosen = standing.filter((id) => given.questionnaires.includes(id));
  if (chosen.length === 0)
    return { ok: false, problems: { questionnaires: 'choose-questionnaires' } };
  const questionnaires = chosen.length === standing.length ? null : chosen;
  return { ok: true, value: { scope, days, questionnaires } };
}
