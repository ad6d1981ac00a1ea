import type { App } from './app.ts';
import { formWith } from './form.ts';
import { expectStatus, linkSentTo, type Person } from './people.ts';
import type { Fields } from './visitor.ts';

/** What is typed into the form of a campaign. */
export const campaignFields = {
  addresses: 'kaiin@example.jp',
  message: '会員の皆さまへ\n\n自己点検を始めませんか',
  senderName: '事務局 関 直人',
  senderAddress: '東京都千代田区見本町1-2-3 電話 03-0000-0000',
  permission: 'terms',
  since: '2020-04-01',
} satisfies Fields;

/** Starts a campaign through the form and its preview; the path of the link that the first address got. */
export async function sendCampaign(
  app: Pick<App, 'origin' | 'superuser'>,
  { visitor }: Person,
  association: string,
  emails: readonly string[],
): Promise<string> {
  const page = `/a/${association}/campaign`;
  const { fields } = formWith((await visitor.get(page)).text, 'addresses');
  const typed = { ...fields, ...campaignFields, addresses: emails.join('\n') };
  const preview = await visitor.post(page, typed);
  expectStatus(preview, 200);
  expectStatus(await visitor.post(page, formWith(preview.text, 'id').fields), 303);
  return linkSentTo(app, emails[0] ?? '');
}
