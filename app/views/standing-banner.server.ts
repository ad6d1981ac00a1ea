import type { Language } from '#assessments/bilingual.ts';
import type { Edition } from '#assessments/edition.ts';
import type { ActingEngagement } from '#db/engagements.ts';
import type { CompanyAccess } from '#db/sessions.ts';
import { dateText } from '../print.ts';
import { questionnaireNames } from './sharing.server.ts';

/** As whom a person is in a company, and how much of it they see. */
export function standingView(
  { role, sections, questionnaires }: CompanyAccess,
  acting: ActingEngagement | null,
  edition: Edition | null,
  language: Language,
) {
  const names = edition ? questionnaireNames(edition, language) : [];
  return {
    role,
    sections,
    questionnaires:
      questionnaires &&
      names.filter(({ id }) => questionnaires.includes(id)).map(({ title }) => title),
    acting: acting && {
      consultancyId: acting.consultancyId,
      name: acting.consultancyName,
      scope: acting.scope,
      until: dateText(acting.endsAt.toISOString(), language),
    },
  };
}
