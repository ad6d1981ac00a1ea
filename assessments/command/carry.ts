import { readAnswerSheet, record } from '../answer-sheet.ts';
import { carry } from '../carry.ts';
import { indexEdition } from '../edition-index.ts';
import { withOverlays } from '../overlaid.ts';
import {
  BadInput,
  flags,
  inFile,
  oneFile,
  readJson,
  type Editions,
  type Terminal,
} from './input.ts';

/** `carry FILE --to EDITION`: the sheet of the next edition, and what became of each answer and question. */
export function runCarry(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { values, positionals } = flags(args, { to: { type: 'string' } });
  const file = oneFile('carry', positionals);
  const content = readJson(file);
  const { edition, answers } = inFile(file, () => readAnswerSheet(content, {}, editions));
  const chosen = [
    ...new Set(indexEdition(edition).requirements.flatMap(({ overlay }) => overlay ?? [])),
  ];
  const next = withOverlays(followerOf(edition.id, values.to, editions), chosen);
  const carried = carry(edition, next, answers);
  const sheet = {
    ...record(content, 'the file', 'a JSON object'),
    edition: next.id,
    answers: carried.given,
  };
  const questions = Object.entries(carried.questions).map(([id, { state, rule, from }]) => [
    id,
    { state, rule, from },
  ]);
  terminal.out(
    JSON.stringify(
      {
        file: sheet,
        answers: carried.answers,
        questions: Object.fromEntries(questions),
        proposed: carried.proposed,
      },
      null,
      2,
    ),
  );
  return 0;
}

/** @throws BadInput where the edition is none that follows */
function followerOf(from: string, to: string | undefined, { ids, load }: Editions) {
  const following = ids.filter((id) => load(id).follows?.edition === from);
  const found = following.find((id) => id === to);
  if (found === undefined) {
    const choices =
      following.length === 0 ? 'no edition follows it yet' : `one of ${following.join(', ')}`;
    throw new BadInput(
      `--to: expected an edition that follows ${from} (${choices}), got ${JSON.stringify(to ?? null)}`,
    );
  }
  return load(found);
}
