import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';

// A detail of the public interface of jGrants, version 1 or 2, as a file (subsidies.md 5).

const attachment = z.looseObject({ name: z.string(), data: z.string().optional() });
const dated = {
  acceptance_start_datetime: z.string().nullish(),
  acceptance_end_datetime: z.string().nullish(),
  project_end_deadline: z.string().nullish(),
};
const detailSchema = z.looseObject({
  id: z.string().min(1).max(18),
  name: z.string().nullish(),
  title: z.string().min(1).max(500),
  subsidy_max_limit: z.number().nullish(),
  institution_name: z.string().nullish(),
  front_subsidy_detail_page_url: z.string().nullish(),
  application_guidelines: z.array(attachment).nullish(),
  ...dated,
  /** Version 2: the rounds. */
  workflow: z
    .array(
      z.looseObject({
        id: z.string().nullish(),
        fiscal_year_round: z.string().nullish(),
        ...dated,
      }),
    )
    .nullish(),
});

const exportSchema = z.union([
  z.looseObject({ result: z.array(detailSchema).min(1) }),
  z.array(z.looseObject({ result: z.array(detailSchema).min(1) })).min(1),
]);

export interface JgrantsRound {
  name: string;
  /** In Japan time, as `2027-01-08T09:00+09:00`. */
  opensAt: string | null;
  closesAt: string;
}

/** One listing, with what we keep of it: no texts, no rates, no files. */
export interface JgrantsListing {
  id: string;
  title: string;
  institution: string | null;
  url: string | null;
  capYen: number | null;
  rounds: JgrantsRound[];
  guidelines: { name: string; bytes: number; sha256: string }[];
  /** Of all of the above; there is no field that tells when a listing changed. */
  hash: string;
}

/** Why a file is no export; one line for a person. */
export class ExportProblem extends Error {}

/** Reads one detail or a list of them. @throws ExportProblem */
export function readExport(content: unknown): JgrantsListing[] {
  const parsed = exportSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ExportProblem(
      `expected a detail of jGrants, with result[0].id and .title (${issue?.message ?? 'unreadable'})`,
    );
  }
  const details = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  return details.flatMap(({ result }) => result.map(listingOf));
}

type Detail = z.infer<typeof detailSchema>;

function listingOf(detail: Detail): JgrantsListing {
  const workflow = detail.workflow ?? [];
  const rounds = (
    workflow.length > 0 ? workflow : [{ ...detail, fiscal_year_round: null }]
  ).flatMap((one, at): JgrantsRound[] => {
    if (!one.acceptance_end_datetime) return [];
    const opens = one.acceptance_start_datetime;
    return [
      {
        name: one.fiscal_year_round ?? `${at + 1}`,
        opensAt: opens ? inJapan(opens) : null,
        closesAt: inJapan(one.acceptance_end_datetime),
      },
    ];
  });
  const guidelines = (detail.application_guidelines ?? []).map(({ name, data = '' }) => {
    const bytes = Buffer.from(data, 'base64');
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const kept = {
    id: detail.id,
    title: detail.title,
    institution: detail.institution_name ?? null,
    url: detail.front_subsidy_detail_page_url ?? null,
    capYen: detail.subsidy_max_limit ?? null,
    rounds: rounds.toSorted((a, b) => (a.closesAt < b.closesAt ? -1 : 1)),
    guidelines,
  };
  return { ...kept, hash: createHash('sha256').update(canonicalJson(kept)).digest('hex') };
}

const JAPAN_MS = 9 * 60 * 60 * 1000;

/** The moments of jGrants are UTC: a deadline of 08:00Z is 17:00 in Japan. @throws ExportProblem */
export function inJapan(moment: string): string {
  const at = Date.parse(moment);
  if (Number.isNaN(at))
    throw new ExportProblem(
      `expected a moment as 2027-01-15T08:00:00Z, got ${JSON.stringify(moment)}`,
    );
  return `${new Date(at + JAPAN_MS).toISOString().slice(0, 16)}+09:00`;
}
