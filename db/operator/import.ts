import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { findAccount } from '../accounts.ts';
import { withLogin } from '../administrator.ts';
import { closePools, openPools } from '../client.server.ts';
import { companyExportSchema, EXPORT_NAME, type CompanyExport } from '../export-file.ts';
import { importCompany } from '../import.ts';
import { Refusal } from '../refusal.ts';
import { contextDigest } from '../session-token.ts';
import { endSessions, startSession } from '../sessions.ts';
import type { DatabaseSettings } from '../settings.ts';
import { withAuth, withNewCompany } from '../tenant.ts';
import { withOwnerUrl } from './owner-url.ts';

/** Makes a new company from an export (the ZIP, or the JSON in it), owned by the account of an address. */
export async function importExport(
  settings: DatabaseSettings,
  file: string,
  email: string,
  log: (line: string) => void,
): Promise<void> {
  const data = await readExport(file);
  await withOwnerUrl(settings, log, async (ownerUrl) => {
    const { external, keys } = settings;
    openPools({
      appUrl: external?.appUrl ?? withLogin(ownerUrl, 'app', keys.password('database-app')),
      authUrl: external?.authUrl ?? withLogin(ownerUrl, 'auth', keys.password('database-auth')),
    });
    try {
      const companyId = await importFor(email, data);
      log(`Imported ${data.company.name} as a new company (${companyId}) of ${email}.`);
    } finally {
      await closePools();
    }
  });
}

/** The id of the new company. Throws a Refusal with sentences. */
export async function importFor(email: string, data: CompanyExport): Promise<string> {
  const account = await withAuth((tx) => findAccount(tx, email));
  if (!account) throw new Refusal('no-account', `${email} has no account here: register it first.`);
  const { accountId } = account;
  const { token } = await withAuth((tx) => startSession(tx, { accountId, level: 2 }));
  const companyId = randomUUID();
  try {
    await withNewCompany({ companyId, contextDigest: contextDigest(token) }, async (tx) => {
      const imported = await importCompany(tx, data);
      // Thrown, so that the new company goes with it.
      if (!imported.ok) throw new Refusal('import', imported.problems.join('\n'));
    });
    return companyId;
  } finally {
    await withAuth((tx) => endSessions(tx, accountId));
  }
}

/** More than this is no export of a company. */
const MAX_BYTES = 256 * 1024 * 1024;

async function readExport(file: string): Promise<CompanyExport> {
  const bytes = await readFile(file).catch(() => {
    throw new Refusal('no-file', `${file}: expected a readable file.`);
  });
  try {
    return parseExport(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not readable';
    throw new Refusal('no-export', `${file} is no export of Junbi: ${why.slice(0, 500)}`);
  }
}

/** The data of an export. Throws where it is none. */
export function parseExport(bytes: Uint8Array): CompanyExport {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const found = isZip
    ? unzipSync(bytes, {
        filter: ({ name, originalSize }) => name === EXPORT_NAME && originalSize <= MAX_BYTES,
      })[EXPORT_NAME]
    : bytes;
  if (!found) throw new Error(`there is no ${EXPORT_NAME} in it`);
  return companyExportSchema.parse(
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(found)),
  );
}
