import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAnswered } from '#db/worksheets.ts';
import { LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { idParam, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { support as texts } from '../messages/support.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { adviceOf } from '../planning/advice-of.server.ts';
import { listText } from '../print.ts';
import { Packages } from '../support/packages.tsx';
import { Programme } from '../support/programme.tsx';
import { WaitingList } from '../support/waiting.tsx';
import { supportView, type SupportView } from '../views/support.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const { worksheet, catalogue, advised } = await adviceOf(member, id, args.request);
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    assessmentId: id,
    answered: isAnswered(worksheet),
    support: advised.ok ? supportView(advised.advice, catalogue, worksheet, language) : null,
  };
}

export default function Subsidies() {
  const { org, assessmentId, answered, support } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (!answered) {
    return (
      <Page>
        <EmptyState
          title={t.emptyTitle}
          heading="h1"
          actions={<LinkButton href={paths.questions(org, assessmentId)}>{t.answer}</LinkButton>}
        >
          <p>{t.emptyLead}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <div className="stack mb-32">
        <Note tone="gap" title={t.orderTitle}>
          {t.orderText}
        </Note>
        <Note title={t.unverifiedTitle}>{t.unverifiedText}</Note>
        {support === null && <Note tone="error">{t.gaveUp}</Note>}
      </div>
      {support && <Advice support={support} />}
    </Page>
  );
}

function Advice({ support }: { support: SupportView }) {
  const { org, assessmentId } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const fits = support.programmes.filter(
    ({ verdict }) => !['NOT_ELIGIBLE', 'NO_MATCHING_COST'].includes(verdict),
  );
  const others = support.programmes.filter((one) => !fits.includes(one));
  return (
    <>
      <NextQuestions support={support} />
      <Packages packages={support.packages} />
      <WaitingList
        programmes={support.programmes}
        planHref={(programme) => `${paths.plan(org, assessmentId)}?wait=${programme}`}
      />
      <Section
        id="programmes"
        title={t.programmes}
        intro={t.programmesNote(support.programmes.length, fits.length)}
        stacked
      >
        {fits.map((one) => (
          <Programme key={one.id} programme={one} />
        ))}
        {others.length > 0 && (
          <Disclosure summary={t.others(others.length)}>
            {others.map((one) => (
              <Programme key={one.id} programme={one} />
            ))}
          </Disclosure>
        )}
      </Section>
      <ByAction support={support} />
      <Scope support={support} />
    </>
  );
}

function NextQuestions({ support: { next } }: { support: SupportView }) {
  const { org } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Section id="next" title={t.next} intro={t.nextNote}>
      {next.length === 0 ? (
        <p>{t.nextNone}</p>
      ) : (
        <Ledger
          rows={next.map(({ fact, title, help, settles }) => ({
            key: fact,
            title: title ?? t.profileFacts,
            text: help,
            side: [t.settles(settles.length)],
          }))}
        />
      )}
      <ButtonRow>
        <LinkButton href={paths.facts(org)}>{t.facts}</LinkButton>
      </ButtonRow>
    </Section>
  );
}

function ByAction({ support: { byAction } }: { support: SupportView }) {
  const { org, assessmentId } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const language = useLanguage();
  return (
    <Section id="by-action" title={t.byAction}>
      {byAction.length === 0 ? (
        <p>{t.byActionNone}</p>
      ) : (
        <Ledger
          rows={byAction.map(({ id, title, programmes }) => ({
            key: id,
            code: id,
            title,
            href: `${paths.actions(org, assessmentId)}?open=${id}#${id}`,
            text: listText(
              programmes.map(({ name }) => name),
              language,
            ),
          }))}
        />
      )}
    </Section>
  );
}

/** What the list does not say, so that nobody takes it for all there is. */
function Scope({ support: { stubs, notChecked, footer } }: { support: SupportView }) {
  const t = useMessages(texts);
  return (
    <>
      <Section id="not-checked" title={t.notChecked}>
        <ul className="bullets">
          {notChecked.map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>{t.local}</li>
        </ul>
        <p className="source">{footer}</p>
      </Section>
      <Section id="stubs" title={t.stubs}>
        <Ledger rows={stubs.map(({ name, what }) => ({ key: name, title: name, text: what }))} />
      </Section>
    </>
  );
}

export const meta = pageTitle(texts);
