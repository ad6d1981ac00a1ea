import type { Bilingual, Language } from '#assessments/bilingual.ts';
import { readCitation } from '#assessments/citation-text.ts';
import type { Basis } from '#assessments/citation.ts';
import { factsOf } from '#assessments/condition.ts';
import type { Edition } from '#assessments/edition.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import type { Obligation } from '#assessments/gap-model.ts';
import { editionIds, loadEdition } from '#assessments/library.ts';
import { quickCheck, quickQuestions } from '#assessments/quick-check.ts';
import type { Role } from '#assessments/questionnaire.ts';
import { slimEdition } from '#assessments/slim-edition.ts';

export interface CheckQuestion {
  id: string;
  requirement: string;
  title: string;
  domain: string;
  text: string;
  why: string;
  levels: string[];
  target: number;
  obligation: Obligation;
  basis: { text: string; basis: Basis };
  todo: string;
  ask: Role;
}

/** A fact of the company that decides whether a question applies. */
export interface CheckFact {
  id: string;
  title: string;
  help: string;
  /** The requirements that apply only where it is true. */
  decides: string[];
}

/** All that the quick check needs, in one language; nothing is asked of the server afterwards. */
export interface CheckPage {
  /** Without texts: for the engine. */
  edition: Edition;
  lawAsOf: string;
  facts: CheckFact[];
  questions: CheckQuestion[];
  /** Requirements that are points to explain and never a fault, by id. */
  explains: string[];
  /** How many requirements decide the state, and how many of them are not asked here. */
  gate: { counted: number; notAsked: number };
  /** Titles of the actions that a result may name, by id. */
  actions: Record<string, string>;
}

const newest = editionIds().at(-1);
if (newest === undefined) throw new Error('The library holds no edition.');
// Read when the server starts, so that the first visitor does not wait for it.
const edition = loadEdition(newest);
const pages = { ja: checkPageOf(edition, 'ja'), en: checkPageOf(edition, 'en') };

/** Of the newest edition; content does not change while the server runs. */
export function checkPage(language: Language): CheckPage {
  return pages[language];
}

export function checkPageOf(edition: Edition, language: Language): CheckPage {
  const index = indexEdition(edition);
  const asked = quickQuestions(edition, {}).flatMap((id) => index.questionById.get(id) ?? []);
  const requirements = asked
    .flatMap(({ question }) => question.requirements)
    .flatMap((id) => index.requirementById.get(id) ?? []);
  const decidedBy = (fact: string) =>
    requirements.filter(({ condition }) => factsOf(condition).includes(fact)).map(({ id }) => id);
  return {
    edition: slimEdition(edition),
    lawAsOf: edition.lawAsOf,
    facts: edition.profile.document.facts
      .filter(({ id, type }) => type === 'boolean' && decidedBy(id).length > 0)
      .map(({ id, title, help }) => ({
        id,
        title: title[language],
        help: help[language],
        decides: decidedBy(id),
      })),
    explains: requirements.filter((entry) => entry.requirement.explains).map(({ id }) => id),
    gate: quickCheck(edition, {}, {}).gate,
    questions: asked.map((entry) => checkQuestion(edition, entry, language)),
    actions: Object.fromEntries(
      edition.actions.document.actions
        .filter(({ noRegret, after }) => noRegret || after.length > 0)
        .map(({ id, title }) => [id, title[language]]),
    ),
  };
}

function checkQuestion(
  edition: Edition,
  { id, question }: IndexedQuestion,
  language: Language,
): CheckQuestion {
  const index = indexEdition(edition);
  const requirement = index.requirementById.get(question.requirements[0] ?? '');
  const domain = edition.gapModel.document.domains.find(
    (entry) => entry.id === requirement?.domain,
  );
  const citation = requirement?.requirement.citations[0];
  if (!requirement || !domain || !citation) throw new Error(`${id} has no requirement or domain.`);
  const read = readCitation(citation, edition.sources.document);
  const words = (text: Bilingual) => text[language];
  return {
    id,
    requirement: requirement.id,
    title: words(requirement.requirement.title),
    domain: words(domain.title),
    text: words(question.text),
    why: words(question.why),
    levels: question.levels.map(words),
    target: requirement.targets.application,
    obligation: requirement.obligation,
    basis: { text: words(read.text), basis: read.basis },
    todo: words(question.todo),
    ask: question.ask,
  };
}
