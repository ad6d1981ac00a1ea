import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { bilingualSchema, type Bilingual } from '#assessments/bilingual.ts';
import { editionSchema, type Edition } from '#assessments/edition.ts';
import { pinnedIn } from '#assessments/edition-pins.ts';
import { withOverlays } from '#assessments/overlaid.ts';
import { Refusal } from './refusal.ts';
import { assessment, pastScope } from './schema/assessment.ts';
import { publishedDocument, publishedEdition } from './schema/content.ts';
import type { CompanyTx, OwnerTx, SystemTx } from './tenant.ts';

const pinSchema = z.strictObject({ key: z.string(), hash: z.string() });
type Pin = z.infer<typeof pinSchema>;

/** What is stored of an edition: its head, and each document by key and hash. */
const pinnedEditionSchema = z.strictObject({
  ...editionSchema.shape,
  profile: pinSchema,
  sources: pinSchema,
  questionnaires: z.array(pinSchema),
  gapModel: pinSchema,
  actions: pinSchema,
  follows: z.strictObject({ edition: z.string(), mappings: z.array(pinSchema) }).optional(),
  contradictions: pinSchema.optional(),
  overlays: z.array(pinSchema).optional(),
});

type Published = Pin & { document: unknown };

/**
 * Publishes editions with all they pin. What stands already stays untouched; the same call again does
 * nothing. Throws a Refusal where a document or an edition stands with other contents, and writes nothing.
 * Returns the keys and edition ids that are new.
 */
export async function publishContent(
  tx: OwnerTx,
  editions: readonly Edition[],
): Promise<{ fresh: string[] }> {
  const fresh: string[] = [];
  for (const edition of editions) {
    for (const { key, hash, document } of pinnedIn(edition)) {
      const isNew = await tx
        .insert(publishedDocument)
        .values({ key, hash, document })
        .onConflictDoNothing()
        .returning({ key: publishedDocument.key });
      if (isNew.length > 0) fresh.push(key);
      else await refuseChange(tx, key, hash);
    }
    if (await publishEdition(tx, edition)) fresh.push(edition.id);
  }
  return { fresh };
}

async function refuseChange(tx: OwnerTx, key: string, hash: string): Promise<void> {
  const [standing] = await tx
    .select({ hash: publishedDocument.hash })
    .from(publishedDocument)
    .where(eq(publishedDocument.key, key));
  if (standing?.hash !== hash)
    throw new Refusal(
      'content',
      `${key} was published with other contents (${short(standing?.hash)}, now ${short(hash)}): a published document never changes; give it the next version.`,
    );
}

async function publishEdition(tx: OwnerTx, edition: Edition): Promise<boolean> {
  const file = pinnedEditionSchema.parse({
    ...edition,
    profile: pin(edition.profile),
    sources: pin(edition.sources),
    questionnaires: edition.questionnaires.map(pin),
    gapModel: pin(edition.gapModel),
    actions: pin(edition.actions),
    ...(edition.follows && {
      follows: { ...edition.follows, mappings: edition.follows.mappings.map(pin) },
    }),
    ...(edition.contradictions && { contradictions: pin(edition.contradictions) }),
    ...(edition.overlays && { overlays: edition.overlays.map(pin) }),
  });
  const isNew = await tx
    .insert(publishedEdition)
    .values({ id: edition.id, hash: edition.hash, file })
    .onConflictDoNothing()
    .returning({ id: publishedEdition.id });
  if (isNew.length > 0) return true;
  const [standing] = await tx
    .select({ same: sql<boolean>`${publishedEdition.file} = ${JSON.stringify(file)}::jsonb` })
    .from(publishedEdition)
    .where(eq(publishedEdition.id, edition.id));
  if (!standing?.same)
    throw new Refusal(
      'content',
      `Edition ${edition.id} was published with other contents: a published edition never changes; make a new one.`,
    );
  return false;
}

const pin = ({ key, hash }: Pin): Pin => ({ key, hash });

const short = (hash: string | undefined) => hash?.slice(0, 12) ?? 'none';

// A published edition never changes, so a process parses it once. The key holds every hash.
const parsedEditions = new Map<string, Edition>();

/** A published edition, complete and parsed; null where there is none. The same object each time. */
export async function readEdition(
  tx: CompanyTx | SystemTx,
  editionId: string,
): Promise<Edition | null> {
  const found = await tx
    .select({ file: publishedEdition.file })
    .from(publishedEdition)
    .where(eq(publishedEdition.id, editionId));
  return parsedOnce(tx, found);
}

/**
 * The edition of an assessment with the overlays chosen for it, or those that it had at a moment; null where
 * the company has no such assessment.
 */
export async function readEditionOf(
  tx: CompanyTx,
  assessmentId: string,
  before?: Date,
): Promise<Edition | null> {
  const then = sql`(select p.overlays from ${pastScope} p where p.assessment_id = ${assessmentId}
                      and p.until >= ${before?.toISOString() ?? 'infinity'}::timestamptz order by p.version limit 1)`;
  const found = await tx
    .select({
      file: publishedEdition.file,
      overlays: sql<string[]>`coalesce(${then}, ${assessment.overlays})`,
    })
    .from(publishedEdition)
    .innerJoin(assessment, eq(assessment.editionId, publishedEdition.id))
    .where(eq(assessment.assessmentId, assessmentId));
  const edition = await parsedOnce(tx, found);
  return edition && withOverlays(edition, found[0]?.overlays ?? []);
}

async function parsedOnce(
  tx: CompanyTx | SystemTx,
  [row]: { file: unknown }[],
): Promise<Edition | null> {
  if (!row) return null;
  const cacheKey = JSON.stringify(row.file);
  const edition = parsedEditions.get(cacheKey) ?? (await assemble(tx, row.file));
  parsedEditions.set(cacheKey, edition);
  return edition;
}

async function assemble(tx: CompanyTx | SystemTx, file: unknown): Promise<Edition> {
  const pinned = pinnedEditionSchema.parse(file);
  const { profile, sources, questionnaires, gapModel, actions, follows, contradictions, overlays } =
    pinned;
  const keys = pinnedIn(pinned).map(({ key }) => key);
  const found = await tx
    .select({
      key: publishedDocument.key,
      hash: publishedDocument.hash,
      document: publishedDocument.document,
    })
    .from(publishedDocument)
    .where(inArray(publishedDocument.key, keys));
  const byKey = new Map(found.map((one) => [one.key, one]));
  const whole = ({ key, hash }: Pin): Published => {
    const document = byKey.get(key);
    if (document?.hash !== hash)
      throw new Error(`Edition ${pinned.id} pins ${key}, which is not published with its hash.`);
    return document;
  };
  return editionSchema.parse({
    ...pinned,
    profile: whole(profile),
    sources: whole(sources),
    questionnaires: questionnaires.map(whole),
    gapModel: whole(gapModel),
    actions: whole(actions),
    ...(follows && { follows: { ...follows, mappings: follows.mappings.map(whole) } }),
    ...(contradictions && { contradictions: whole(contradictions) }),
    ...(overlays && { overlays: overlays.map(whole) }),
  });
}

/** The edition that new assessments are pinned to. */
export async function readNewestEdition(tx: CompanyTx | SystemTx): Promise<Edition> {
  const [newest] = await listEditions(tx);
  const edition = newest ? await readEdition(tx, newest.id) : null;
  if (!edition) throw new Error('No edition is published: start Junbi once with its owner.');
  return edition;
}

export type EditionHead = { id: string; title: Bilingual; lawAsOf: string; publishedOn: string };

/** The published editions, newest first. */
export async function listEditions(tx: CompanyTx | SystemTx): Promise<EditionHead[]> {
  const found = await tx.select({ file: publishedEdition.file }).from(publishedEdition);
  return found.map(({ file }) => headSchema.parse(file)).sort((a, b) => (a.id < b.id ? 1 : -1));
}

const headSchema = z.object({
  id: z.string(),
  title: bilingualSchema,
  lawAsOf: z.string(),
  publishedOn: z.string(),
});
