import type { LibraryFile } from '../library.ts';
import { documentsOf, type Content } from './content.ts';

/** A document says the same id and version as its file name, so that a key never lies. */
export function names(files: readonly LibraryFile[]): string[] {
  const versioned = [
    ...documentsOf(files, 'questionnaires'),
    ...documentsOf(files, 'mappings'),
    ...documentsOf(files, 'contradictions'),
    ...documentsOf(files, 'overlays'),
    ...documentsOf(files, 'gap-models'),
    ...documentsOf(files, 'actions'),
    ...documentsOf(files, 'profiles'),
    ...documentsOf(files, 'sources'),
    ...documentsOf(files, 'support-facts'),
    ...documentsOf(files, 'support-sources'),
    ...documentsOf(files, 'size-tables'),
    ...documentsOf(files, 'deemed-large'),
    ...documentsOf(files, 'subsidies'),
  ].flatMap(({ file, key, document }) => {
    const said = `${document.id}@${document.version}`;
    return key.endsWith(`/${said}`) ? [] : [`${file}: says ${said} but is filed as ${key}.`];
  });
  const dated = [...documentsOf(files, 'editions'), ...documentsOf(files, 'catalogues')];
  const editions = dated.flatMap(({ file, key, document }) =>
    key.endsWith(`/${document.id}`) ? [] : [`${file}: says ${document.id} but is filed as ${key}.`],
  );
  return [...versioned, ...editions];
}

/** Ids are unique within an edition, and a question's id is that of its requirement. */
export function ids({ edition, fileOf }: Content): string[] {
  const { profile, sources, gapModel, actions, questionnaires } = edition;
  const questions = questionnaires.flatMap(({ key, document }) =>
    document.questions.map((question) => ({ file: fileOf(key), question })),
  );
  return [
    ...repeated(fileOf(profile.key), 'fact', profile.document.facts),
    ...profile.document.facts.flatMap((fact) =>
      fact.type === 'choice'
        ? repeated(fileOf(profile.key), `fact ${fact.id}, option`, fact.options)
        : [],
    ),
    ...repeated(fileOf(sources.key), 'source', sources.document.sources),
    ...repeated(fileOf(gapModel.key), 'domain', gapModel.document.domains),
    ...repeated(fileOf(gapModel.key), 'requirement', gapModel.document.requirements),
    ...repeated(fileOf(gapModel.key), 'coverage', gapModel.document.coverage),
    ...repeated(fileOf(actions.key), 'action', actions.document.actions),
    ...repeated(
      fileOf(`editions/${edition.id}`),
      'question',
      questions.map(({ question }) => question),
    ),
    ...questions.flatMap(({ file, question }) =>
      question.id.startsWith(`${question.requirements[0] ?? ''}.`)
        ? []
        : [
            `${file}: question ${question.id}: is named after another requirement than ${question.requirements.join(', ')}.`,
          ],
    ),
  ];
}

/** What a version asked, the next one asks or retires: an id that vanishes would orphan its answers. */
export function stableIds(files: readonly LibraryFile[]): string[] {
  const questionnaires = documentsOf(files, 'questionnaires');
  return questionnaires.flatMap(({ file, document }) => {
    const [earlier] = questionnaires
      .map((other) => other.document)
      .filter(({ id, version }) => id === document.id && version < document.version)
      .sort((a, b) => b.version - a.version);
    const named = new Set([
      ...document.questions.map((question) => question.id),
      ...(document.retired ?? []),
    ]);
    return (earlier?.questions ?? [])
      .filter((question) => !named.has(question.id))
      .map(
        (question) =>
          `${file}: question ${question.id} of version ${earlier?.version} has vanished; keep its id, or name it under retired.`,
      );
  });
}

function repeated(file: string, noun: string, entries: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }) => {
    if (seen.has(id)) return [`${file}: ${noun} ${id} stands there twice.`];
    seen.add(id);
    return [];
  });
}
