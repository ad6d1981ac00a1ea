import type { Bilingual } from '../bilingual.ts';
import type { Content } from './content.ts';

/** What a text is for: the laws of language and of never.md differ by it. */
export type Field =
  | 'question'
  | 'why'
  | 'level'
  | 'evidence'
  | 'note'
  | 'todo'
  | 'name'
  | 'fact'
  | 'action'
  | 'citation';

export interface Text {
  file: string;
  place: string;
  field: Field;
  text: Bilingual;
}

/** Every text of an edition with its file and place, in order. */
export function texts({ edition, fileOf }: Content): Text[] {
  const found: Text[] = [];
  const at = (file: string, place: string) => (field: Field, name: string, text?: Bilingual) => {
    if (text) found.push({ file, place: `${place}, ${name}`, field, text });
  };

  at(fileOf(`editions/${edition.id}`), 'edition')('name', 'title', edition.title);
  for (const { key, document } of edition.questionnaires) {
    const own = at(fileOf(key), document.id);
    own('name', 'title', document.title);
    own('name', 'summary', document.summary);
    for (const question of document.questions) {
      const add = at(fileOf(key), `question ${question.id}`);
      add('question', 'text', question.text);
      add('why', 'why', question.why);
      question.levels.forEach((level, index) => add('level', `level ${index}`, level));
      question.evidence.forEach((item, index) => add('evidence', `evidence ${index + 1}`, item));
      add('note', 'evidenceNote', question.evidenceNote);
      add('todo', 'todo', question.todo);
    }
  }
  const model = edition.gapModel;
  for (const domain of model.document.domains) {
    const add = at(fileOf(model.key), `domain ${domain.id}`);
    add('name', 'title', domain.title);
    add('name', 'objective', domain.objective);
  }
  for (const requirement of model.document.requirements) {
    const add = at(fileOf(model.key), `requirement ${requirement.id}`);
    add('name', 'title', requirement.title);
    requirement.citations.forEach((citation, index) =>
      add('citation', `citation ${index + 1}`, citation.note),
    );
  }
  for (const coverage of model.document.coverage) {
    at(fileOf(model.key), `coverage ${coverage.id}`)('name', 'title', coverage.title);
  }
  for (const fact of edition.profile.document.facts) {
    const add = at(fileOf(edition.profile.key), `fact ${fact.id}`);
    add('fact', 'title', fact.title);
    add('fact', 'help', fact.help);
    if (fact.type === 'integer') add('name', 'unit', fact.unit);
    if (fact.type === 'choice') {
      for (const option of fact.options) add('name', `option ${option.id}`, option.title);
    }
  }
  for (const source of edition.sources.document.sources) {
    const add = at(fileOf(edition.sources.key), `source ${source.id}`);
    add('citation', 'title', source.title);
    add('citation', 'short', source.short);
  }
  for (const action of edition.actions.document.actions) {
    const add = at(fileOf(edition.actions.key), `action ${action.id}`);
    add('name', 'title', action.title);
    add('action', 'what', action.what);
    add('evidence', 'evidence', action.evidence);
  }
  for (const one of edition.contradictions?.document.rules ?? []) {
    const add = at(fileOf(edition.contradictions?.key ?? ''), `rule ${one.id}`);
    add('why', 'says', one.says);
    add('todo', 'look', one.look);
  }
  for (const overlay of edition.overlays ?? []) found.push(...overlayTexts(overlay, fileOf));
  return found;
}

function overlayTexts(
  { key, document }: NonNullable<Content['edition']['overlays']>[number],
  fileOf: Content['fileOf'],
): Text[] {
  const file = fileOf(key);
  const text = (place: string, field: Field, text: Bilingual) => ({ file, place, field, text });
  return [
    text(document.id, 'name', document.title),
    text(document.id, 'why', document.summary),
    ...document.guidance.map((one) => text(`guidance for ${one.question}`, 'todo', one.text)),
    ...document.examples.map((one) =>
      text(`example for ${one.question}`, 'evidence', one.evidence),
    ),
    ...document.requirements.flatMap(({ id, title, question, citations }) => [
      text(`requirement ${id}, title`, 'name', title),
      text(`requirement ${id}, text`, 'question', question.text),
      text(`requirement ${id}, why`, 'why', question.why),
      ...question.levels.map((level, at) => text(`requirement ${id}, level ${at}`, 'level', level)),
      ...question.evidence.map((one) => text(`requirement ${id}, evidence`, 'evidence', one)),
      ...(question.evidenceNote
        ? [text(`requirement ${id}, evidenceNote`, 'note', question.evidenceNote)]
        : []),
      text(`requirement ${id}, todo`, 'todo', question.todo),
      ...citations.flatMap(({ note }) =>
        note ? [text(`requirement ${id}, citation`, 'citation', note)] : [],
      ),
    ]),
  ];
}
