import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Edition } from '#assessments/edition.ts';
import { editionPart, sectionsOf } from '#assessments/edition-part.ts';
import { rows } from './rows.ts';
import type { CompanyTx } from './tenant.ts';

/** As far as this capability goes: a respondent's sections, a consultant's questionnaires. */
export interface Part {
  /** The letters of the sections that it opens. */
  sections: string;
  /** The edition without the rest; the edition itself where nothing is left out. */
  edition: Edition;
  isWhole: boolean;
}

const reachSchema = z.strictObject({ sections: z.string(), questionnaires: z.array(z.string()) });
/** What the capability of a transaction opens. */
export type Reach = z.infer<typeof reachSchema>;

export async function readReach(tx: CompanyTx): Promise<Reach> {
  const [reach] = await rows(
    tx,
    reachSchema,
    sql`select ctx.sections() as sections, ctx.questionnaires() as questionnaires`,
  );
  return reach ?? { sections: '', questionnaires: [] };
}

export function partOf(edition: Edition, reach: Reach): Part {
  const ofQuestionnaires = sectionsOf(edition, reach.questionnaires);
  const sections = Array.from(ofQuestionnaires)
    .filter((letter) => reach.sections.includes(letter))
    .join('');
  const part = editionPart(edition, sections);
  return { sections, edition: part, isWhole: part === edition };
}
