import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows } from './rows.ts';
import { tokenHash } from './session-token.ts';
import type { AuthTx } from './tenant.ts';

const sight = z.strictObject({ is_new: z.boolean(), is_first: z.boolean() });

/** Remembers a browser for an account. True where it is a new one and not the account's first. */
export async function isUnknownBrowser(
  tx: AuthTx,
  accountId: string,
  token: string,
): Promise<boolean> {
  const [seen] = await rows(
    tx,
    sight,
    sql`
      insert into auth.known_browser (account_id, token_hash) values (${accountId}, ${tokenHash(token)})
      on conflict (account_id, token_hash) do update set last_seen_at = now()
      returning xmax = 0 as is_new,
                not exists (select from auth.known_browser k where k.account_id = ${accountId}) as is_first`,
  );
  return seen !== undefined && seen.is_new && !seen.is_first;
}
