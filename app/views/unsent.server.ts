import type { Language } from '#assessments/bilingual.ts';
import { readNewestEdition } from '#db/content.ts';
import { withSystem } from '#db/tenant.ts';
import { isCarried } from '../auth/unsent.server.ts';
import { profile } from '../messages/profile.ts';
import { unsent as texts } from '../messages/unsent.ts';
import type { Confirm, Unsent, UnsentView } from '../unsent.ts';
import { factFields, type FactField } from './profile.server.ts';

/** Under the 256 KiB of a form, with room for the rest of the sign-in form. */
const CARRIED_MAX_BYTES = 200 * 1024;

/** Whom or what a form is about, by its id. */
const TARGETS = [
  'account',
  'association',
  'client',
  'consultancy',
  'credential',
  'engagement',
  'invitation',
  'membership',
  'session',
  'target',
  'back',
];
/** Tells the form what it is and not what somebody said. */
const CONTROLS = new Set([
  'intent',
  'base',
  'request',
  'person',
  'id',
  'return',
  'choice',
  ...TARGETS,
]);
/** Chosen from a list: nothing of it was typed. */
const CHOSEN = new Set([
  'mode',
  'stage',
  'owner',
  'location',
  'evidence',
  'role',
  'sections',
  'scope',
  'questionnaires',
  'permission',
]);

/** What the page of a form that was held up shows. With `confirm`, it waits for that and not for a sign-in. */
export async function unsentView(
  unsent: Unsent,
  language: Language,
  confirm: Confirm | null = null,
): Promise<UnsentView> {
  const carried = JSON.stringify(unsent);
  const isLeft = !isCarried(unsent.to)
    ? 'once-more'
    : encodeURIComponent(carried).length > CARRIED_MAX_BYTES
      ? 'too-large'
      : null;
  const { profile: facts } = await withSystem(readNewestEdition);
  const known = factFields(facts.document.facts, {}, language);
  return {
    unsent,
    shown: unsent.fields.flatMap(([name, value]) => shownField(name, value, known, language)),
    carried: isLeft === null ? carried : null,
    isLeft,
    confirm,
  };
}

function shownField(name: string, value: string, facts: readonly FactField[], language: Language) {
  const { fields, levels } = texts[language];
  const fact = facts.find(({ id }) => id === name);
  if (value.trim() === '' || CONTROLS.has(name) || CHOSEN.has(name)) return [];
  if (fact) {
    const text = factText(fact, value, language);
    return text === null ? [] : [{ term: fact.title, text }];
  }
  // The title of a reference is its place in a list.
  if (name === 'title' && /^(?:\d{1,2}|other)$/.test(value)) return [];
  const text = name === 'level' ? (levels[value] ?? value) : value;
  return [{ term: fields[name] ?? name, text }];
}

function factText({ type, options }: FactField, value: string, language: Language): string | null {
  const { yes, no } = profile[language];
  if (value === 'unknown') return null;
  if (type === 'boolean') return value === 'yes' ? yes : no;
  return options.find((option) => option.value === value)?.label ?? value;
}
