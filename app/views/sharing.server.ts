import type { Language } from '#assessments/bilingual.ts';
import type { Edition } from '#assessments/edition.ts';
import type { Contributed } from '#db/contributions.ts';
import type { Engagement } from '#db/engagements.ts';
import type { JoinedAssociation } from '#db/participation.ts';
import { dateText } from '../print.ts';

/** The questionnaires of an edition by name. */
export function questionnaireNames({ questionnaires }: Edition, language: Language) {
  return questionnaires.map(({ document }) => ({
    id: document.id,
    title: document.title[language],
  }));
}

/** What each consultancy sees now or soon, and what it saw before. */
export function engagementsView(
  engagements: readonly Engagement[],
  edition: Edition,
  now: Date,
  language: Language,
) {
  const names = questionnaireNames(edition, language);
  const day = (date: Date) => dateText(date.toISOString(), language);
  const rows = engagements.map((one) => ({
    id: one.engagementId,
    consultancyId: one.consultancyId,
    name: one.consultancyName,
    people: one.people,
    scope: one.scope,
    questionnaires:
      one.questionnaires &&
      names.filter(({ id }) => one.questionnaires?.includes(id)).map(({ title }) => title),
    from: day(one.startsAt),
    until: day(one.endsAt),
    grantedBy: one.grantedByName,
    isOver: one.revokedAt !== null || one.endsAt <= now,
    ended: {
      by: one.revokedAt === null ? null : one.revokedByName,
      on: day(one.revokedAt ?? one.endsAt),
    },
  }));
  return { now: rows.filter(({ isOver }) => !isOver), past: rows.filter(({ isOver }) => isOver) };
}

/** `contributions`: what the company has released; an association that has nothing of it computes without the company. */
export function associationsView(
  joined: readonly JoinedAssociation[],
  contributions: readonly Pick<Contributed, 'associationId'>[],
  language: Language,
) {
  return joined.map(({ associationId, name, joinedAt, joinedByName }) => ({
    id: associationId,
    name,
    joined: dateText(joinedAt.toISOString(), language),
    joinedBy: joinedByName,
    takesPart: contributions.some((one) => one.associationId === associationId),
  }));
}
