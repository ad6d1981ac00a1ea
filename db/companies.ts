import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { record, recordRefusal } from './audit.ts';
import { rows } from './rows.ts';
import { company } from './schema/company.ts';
import { COMPANY_ROLES, type CompanyAccess } from './sessions.ts';
import {
  NoAccess,
  withCompany,
  withSystem,
  type CompanyTx,
  type Session,
  type SystemTx,
} from './tenant.ts';

export type Company = { companyId: string; name: string; createdByName: string; createdAt: Date };

/** Writes the company that `withNewCompany` has just registered. */
export async function foundCompany(
  tx: CompanyTx,
  given: { name: string; byName: string },
): Promise<void> {
  await tx.insert(company).values({ name: given.name, createdByName: given.byName });
  await record(tx, 'company.founded', {
    target: 'company/name',
    fields: {},
    sealed: { name: given.name },
  });
}

/** The company that this transaction is open for. */
export async function getCompany(tx: CompanyTx): Promise<Company> {
  const [found] = await tx
    .select({
      companyId: company.companyId,
      name: company.name,
      createdByName: company.createdByName,
      createdAt: company.createdAt,
    })
    .from(company);
  if (!found) throw new Error('The company was registered but never written.');
  return found;
}

export async function renameCompany(
  tx: CompanyTx,
  name: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  const renamed = await tx
    .update(company)
    .set({ name })
    .where(sql`ctx.role() in ('owner', 'preparer')`)
    .returning({ name: company.name });
  if (renamed.length === 0) {
    await recordRefusal(tx, 'company.renamed', 'company/name');
    return { ok: false, reason: 'not-allowed' };
  }
  await record(tx, 'company.renamed', { target: 'company/name', fields: {}, sealed: { name } });
  return { ok: true };
}

const access = z.strictObject({
  company_id: z.string(),
  role: z.enum(COMPANY_ROLES),
  can_write: z.boolean(),
  consultancy_id: z.string().nullable(),
  questionnaires: z.array(z.string()).nullable(),
  sections: z.string().nullable(),
});

/** What the session's account may open now, without any of the companies' data. */
export async function listAccess(tx: SystemTx, session: Session): Promise<CompanyAccess[]> {
  const found = await rows(tx, access, sql`select * from ctx.companies(${session.contextDigest})`);
  return found.map((row) => ({
    companyId: row.company_id,
    role: row.role,
    canWrite: row.can_write,
    consultancyId: row.consultancy_id,
    questionnaires: row.questionnaires,
    sections: row.sections,
  }));
}

/** How many companies are read at once. */
export const COMPANIES_PAGE = 20;

/**
 * The account's own companies with their names, oldest access first; a consultant finds clients in their
 * portfolio (portfolio.ts). Each is read through a capability of its own, so at most `COMPANIES_PAGE` are
 * read at once; `more` says that further ones stand after `offset`.
 */
export async function listCompanies(
  session: Session,
  { offset = 0 }: { offset?: number } = {},
): Promise<{ companies: (CompanyAccess & Company)[]; more: boolean }> {
  const listed = await withSystem((tx) => listAccess(tx, session));
  const all = listed.filter(({ consultancyId }) => consultancyId === null);
  const companies: (CompanyAccess & Company)[] = [];
  for (const one of all.slice(offset, offset + COMPANIES_PAGE)) {
    const found = await withCompany({ ...session, companyId: one.companyId }, getCompany).catch(
      ifRevokedSince,
    );
    if (found) companies.push({ ...one, ...found });
  }
  return { companies, more: all.length > offset + COMPANIES_PAGE };
}

function ifRevokedSince(error: unknown): null {
  if (error instanceof NoAccess) return null;
  throw error;
}
