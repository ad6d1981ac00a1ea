import type { Language } from '#assessments/bilingual.ts';
import { checkFreeText } from '#assessments/free-text.ts';
import { withoutMarkings } from '#assessments/free-text/suggestion.ts';
import { freeText } from './messages/free-text.ts';

/** Why a text may not be kept and how to write it instead, in sentences; null where it may. */
export function refusedText(text: string, language: Language, most?: number): string | null {
  const check = checkFreeText(text, undefined, most);
  if (check.ok) return null;
  const t = freeText[language];
  const { because, rewrite } = t.reasons[check.reason];
  const head = check.reason === 'too-long' ? t.tooLong(check.at) : t.refused(check.found, check.at);
  const instead = withoutMarkings(text);
  const parts = [
    head,
    because,
    instead === null ? rewrite : `${t.suggestion}${instead}`,
    t.notKept,
  ];
  return parts.join(language === 'ja' ? '' : ' ');
}
