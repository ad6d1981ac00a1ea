import { forgetOldAttempts } from './attempts.ts';
import { forgetCampaignAddresses } from './campaigns.ts';
import { forgetOldTokens } from './email-tokens.ts';
import { forgetOldMessages } from './outbox.ts';
import { forgetOldSessions } from './sessions.ts';
import type { AuthTx } from './tenant.ts';

/** Deletes what is kept no longer: each noun says for how long. Runs at the start and once a day. */
export async function tidy(tx: AuthTx): Promise<void> {
  await forgetOldSessions(tx);
  await forgetOldAttempts(tx);
  await forgetOldTokens(tx);
  await forgetOldMessages(tx);
  await forgetCampaignAddresses(tx);
}
