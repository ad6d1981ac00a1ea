import type { Language } from '#assessments/bilingual.ts';
import { percentText } from '#assessments/rational.ts';
import type { Standing } from '#assessments/standing.ts';
import { pick } from '../language.ts';

/** The line of each chosen overlay with its requirements; they are in no other figure. */
export function overlayLines({ index, result }: Standing, language: Language) {
  return (result.overlays ?? []).map(({ id, share }) => {
    const found = index.edition.overlays?.find(({ document }) => document.id === id);
    return {
      id,
      title: found ? pick(found.document.title, language) : id,
      printed: share && {
        lo: percentText({ n: share.lo, d: share.of }),
        hi: percentText({ n: share.hi, d: share.of }),
      },
      requirements: result.requirements
        .filter(({ overlay }) => overlay === id)
        .flatMap(({ id: code, level, target }) => {
          const entry = index.requirementById.get(code);
          const [question] = entry?.levelQuestions ?? [];
          if (!entry || !question) return [];
          return [
            {
              code,
              title: pick(entry.requirement.title, language),
              question: question.id,
              level,
              target,
            },
          ];
        }),
    };
  });
}
export type OverlayLine = ReturnType<typeof overlayLines>[number];
