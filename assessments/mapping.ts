import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';

/** What became of a question from one version of a questionnaire to the next. */
export const CHANGES = ['same', 'wording', 'meaning', 'split', 'merged', 'new', 'retired'] as const;
export type Change = (typeof CHANGES)[number];

const id = z.string();
/** Of the texts as they were when somebody compared them (`reviewOf`): what is changed later is seen. */
const reviewed = z.string().regex(/^[0-9a-f]{16}$/);
const common = { reason: bilingualSchema, reviewed };

const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('wording'), question: id, ...common }),
  z.strictObject({ type: z.literal('meaning'), question: id, ...common }),
  z.strictObject({ type: z.literal('split'), from: id, to: z.array(id).min(2), ...common }),
  z.strictObject({ type: z.literal('merged'), from: z.array(id).min(2), to: id, ...common }),
  z.strictObject({ type: z.literal('new'), to: id, ...common }),
  z.strictObject({ type: z.literal('retired'), from: id, ...common }),
]);
export type ReviewedChange = z.infer<typeof changeSchema>;

/** From one version of a questionnaire to the next, question by question (gap-model.md, "Questionnaire versions"). */
export const mappingSchema = z.strictObject({
  /** `<questionnaire>-<from>-<to>` */
  id: z.string().regex(/^[a-z]+-\d+-\d+$/),
  version: z.int().positive(),
  /** `questionnaires/<id>@<version>` */
  from: z.string(),
  to: z.string(),
  /** Word for word as they were, by id. */
  same: z.array(id),
  changes: z.array(changeSchema),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** A change with the questions on both sides, whatever its type. */
export interface Mapped {
  type: Change;
  from: readonly string[];
  to: readonly string[];
  /** Null where nothing was changed. */
  change: ReviewedChange | null;
}

/** Every question of a mapping with what became of it. */
export function mappedIn({ same, changes }: Mapping): Mapped[] {
  return [
    ...same.map((each): Mapped => ({ type: 'same', from: [each], to: [each], change: null })),
    ...changes.map((change): Mapped => ({ type: change.type, ...sidesOf(change), change })),
  ];
}

function sidesOf(change: ReviewedChange): Pick<Mapped, 'from' | 'to'> {
  switch (change.type) {
    case 'wording':
    case 'meaning':
      return { from: [change.question], to: [change.question] };
    case 'split':
      return { from: [change.from], to: change.to };
    case 'merged':
      return { from: change.from, to: [change.to] };
    case 'new':
      return { from: [], to: [change.to] };
    case 'retired':
      return { from: [change.from], to: [] };
  }
}
