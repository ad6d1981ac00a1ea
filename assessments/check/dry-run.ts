import type { Content } from './content.ts';

/** Level 3 of a `post` requirement accepts a recorded dry run, and says so in both languages. */
export function dryRun({ edition, fileOf }: Content): string[] {
  const post = new Set(
    edition.gapModel.document.requirements
      .filter((requirement) => requirement.phase === 'post')
      .map((requirement) => requirement.id),
  );
  return edition.questionnaires.flatMap(({ key, document }) =>
    document.questions
      .filter(({ requirements }) => requirements.some((id) => post.has(id)))
      .flatMap(({ id, levels }) => {
        const place = `${fileOf(key)}: question ${id}, level 3`;
        return [
          ...(levels[3].ja.includes('模擬運用の記録')
            ? []
            : [
                `${place}: the Japanese does not say that a recorded dry run (模擬運用の記録) counts.`,
              ]),
          ...(levels[3].en.includes('recorded dry run')
            ? []
            : [`${place}: the English does not say that a recorded dry run counts.`]),
        ];
      }),
  );
}
