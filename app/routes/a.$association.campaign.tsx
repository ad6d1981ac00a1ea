import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getAssociation } from '#db/associations.ts';
import { listCampaigns, previewCampaign, startCampaign } from '#db/campaigns.ts';
import { newToken } from '#db/session-token.ts';
import { badLines } from '../campaigning/bad-lines.ts';
import { campaignForm } from '../campaigning/fields.server.ts';
import { campaignTexts } from '../campaigning/messages.server.ts';
import { Preview } from '../campaigning/preview.tsx';
import { SentTable } from '../campaigning/sent-table.tsx';
import { WriteForm } from '../campaigning/write-form.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { inAssociation, requireConfirmed, requireOfficer } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { campaign as texts } from '../messages/campaign.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { dotted } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';
import { campaignsView } from '../views/campaigns.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const all = await inAssociation(officer, listCampaigns);
  return {
    association: officer.associationId,
    isOwner: officer.role === 'owner',
    isSent: new URL(args.request.url).searchParams.get('done') === 'sent',
    ...campaignsView(all, new Date(), await languageOf(args.request)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const officer = await requireOfficer(args);
  const sent = await parseForm(args.request, campaignForm, { person: officer.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const language = await languageOf(args.request);
  if (value.intent === 'preview') {
    const { name, previewed } = await inAssociation(officer, async (tx) => ({
      name: (await getAssociation(tx)).name,
      previewed: await previewCampaign(tx, value.addresses),
    }));
    if (!previewed.ok)
      return refuse({ ok: false, problems: { form: previewed.reason }, submitted });
    const mails = campaignTexts(name, value, (of) => texts[of].ownLink);
    const { [language]: mail, [language === 'ja' ? 'en' : 'ja']: other } = mails;
    return { ok: true as const, id: randomUUID(), reach: previewed.reach, mail, other, submitted };
  }
  await requireConfirmed(args, submitted);
  const started = await inAssociation(officer, async (tx) => {
    const { name } = await getAssociation(tx);
    return startCampaign(tx, {
      campaignId: value.id,
      recipients: value.addresses.map((email) => {
        const token = newToken();
        const link = args.context.environment.origin + paths.campaignLink(token);
        return { email, token, texts: campaignTexts(name, value, () => link) };
      }),
      message: value.message,
      senderName: value.senderName,
      senderAddress: value.senderAddress,
      permission: value.permission,
      permittedSince: value.since,
      byName: officer.name,
      locale: language,
    });
  });
  if (started.ok) return redirectTo(`${paths.campaign(officer.associationId)}?done=sent`);
  return refuse({ ok: false, problems: { form: started.reason }, submitted });
}

/** Lines that a refusal names at most; the sentence stays one. */
const NAMED_LINES = 10;

export default function Campaign() {
  const { association, isOwner, isSent, nextAt, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(texts);
  const language = useLanguage();
  const refused = answer?.ok === false ? answer : undefined;
  const preview = answer?.ok === true ? answer : undefined;
  const bad = badLines(refused?.problems['addresses']);
  const sentences = {
    ...t.problems,
    [`bad-lines ${bad.join(' ')}`]: t.badLines(
      dotted(bad.slice(0, NAMED_LINES).map(String), language),
      Math.max(0, bad.length - NAMED_LINES),
    ),
  };
  const was = answer?.submitted;
  const newest = rows[0];
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p>
          <a href={paths.association(association)}>{t.toMembers}</a>
        </p>
        {!isOwner && <p>{t.ownersOnly}</p>}
      </PageHead>
      <div className="stack-24">
        <Refusal refused={refused} sentences={sentences} />
        {isSent && newest && !answer && (
          <Note tone="ok" role="status">
            {t.sent(newest.written)} {t.notSent(newest.optedOut, newest.lately)}
          </Note>
        )}
      </div>
      {preview && <Preview preview={preview} />}
      {isOwner && (
        <Section id="write" title={preview ? t.againTitle : t.writeTitle} intro={t.writeLead}>
          {nextAt !== null && !was ? (
            <p>{t.notYet(nextAt)}</p>
          ) : (
            <WriteForm was={was} state={{ refused, sentences }} isAgain={preview !== undefined} />
          )}
        </Section>
      )}
      <Section id="sent" title={t.listTitle} intro={t.listLead} stacked={rows.length > 0}>
        {rows.length === 0 ? <p>{t.none}</p> : <SentTable rows={rows} />}
      </Section>
    </Page>
  );
}

export const meta = pageTitle(texts);
