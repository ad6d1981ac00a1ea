import { BASES, type Basis } from '../citation.ts';
import { readCitation } from '../citation-text.ts';
import type { Edition } from '../edition.ts';
import { OBLIGATIONS, type Obligation } from '../gap-model.ts';
import type { Mode } from '../questionnaire.ts';
import { assembleCatalogue, type LibraryFile } from '../library.ts';
import type { Content } from './content.ts';
import { modeCounts } from './modes.ts';

export interface EditionSummary {
  id: string;
  hash: string;
  lawAsOf: string;
  questionnaires: Record<string, { version: number; questions: number }>;
  requirements: { total: number } & Record<Obligation, number>;
  modes: Record<Mode, number>;
  gate: { total: number } & Record<Obligation, number>;
  facts: number;
  conditions: number;
  actions: { total: number; noRegret: number; largestCover: number };
  coverage: { measures: number; contractTerms: number };
  citations: { total: number } & Record<Basis, number>;
  sources: number;
}

export interface CatalogueSummary {
  id: string;
  programmes: number;
  /** Values with where they come from, and those of them that a person has verified. */
  values: number;
  verified: number;
  sources: number;
}

/** What the catalogues of public support hold, and how much of it is verified. */
export function summariseCatalogues(files: readonly LibraryFile[]): CatalogueSummary[] {
  return files
    .filter(({ kind }) => kind === 'catalogues')
    .map(({ key }) => {
      const { id, programmes, sources } = assembleCatalogue(files, key.slice('catalogues/'.length));
      const days = programmes.flatMap(({ document }) => verificationsIn(document));
      const verified = days.filter((day) => day !== null).length;
      return {
        id,
        programmes: programmes.length,
        values: days.length,
        verified,
        sources: sources.size,
      };
    });
}

function verificationsIn(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name === 'verifiedOn' ? [value] : verificationsIn(value),
  );
}

/** The counts that hold: what gap-model.md leaves to `check`. */
export function summarise(content: Content): EditionSummary {
  const { edition } = content;
  const { requirements, coverage } = edition.gapModel.document;
  const { actions } = edition.actions.document;
  const counted = requirements.filter((requirement) => requirement.countsInGate);
  return {
    id: edition.id,
    hash: edition.hash,
    lawAsOf: edition.lawAsOf,
    questionnaires: Object.fromEntries(
      edition.questionnaires.map(({ document }) => [
        document.id,
        { version: document.version, questions: document.questions.length },
      ]),
    ),
    requirements: { total: requirements.length, ...byObligation(requirements) },
    modes: modeCounts(content),
    gate: { total: counted.length, ...byObligation(counted) },
    facts: edition.profile.document.facts.length,
    conditions: requirements.filter((requirement) => requirement.condition !== undefined).length,
    actions: {
      total: actions.length,
      noRegret: actions.filter((action) => action.noRegret).length,
      largestCover: Math.max(...actions.map((action) => action.raises.length)),
    },
    coverage: {
      measures: coverage.filter(({ kind }) => kind === 'measure').length,
      contractTerms: coverage.filter(({ kind }) => kind === 'contract').length,
    },
    citations: byBasis(edition),
    sources: edition.sources.document.sources.length,
  };
}

function byObligation(entries: readonly { obligation: Obligation }[]): Record<Obligation, number> {
  const count = (obligation: Obligation) =>
    entries.filter((entry) => entry.obligation === obligation).length;
  const [mandatory, conditional, expected, recommended] = OBLIGATIONS;
  return {
    mandatory: count(mandatory),
    conditional: count(conditional),
    expected: count(expected),
    recommended: count(recommended),
  };
}

function byBasis(edition: Edition): { total: number } & Record<Basis, number> {
  const sources = edition.sources.document;
  const bases = edition.gapModel.document.requirements.flatMap(({ citations }) =>
    citations.map((citation) => readCitation(citation, sources).basis),
  );
  const count = (basis: Basis) => bases.filter((candidate) => candidate === basis).length;
  const [law, analogue, secondary, unverified] = BASES;
  return {
    total: bases.length,
    law: count(law),
    analogue: count(analogue),
    secondary: count(secondary),
    unverified: count(unverified),
  };
}
