import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { home as texts } from '../messages/home.ts';
import { paths } from '../paths.ts';
import { listText, yenText } from '../print.ts';
import type { BlockerRow } from '../views/home-rows.server.ts';
import { BlockerTable } from './blocker-table.tsx';
import { Coded } from './code.tsx';
import { Disclosure } from './disclosure.tsx';
import { DomainChart, DomainTable } from './domain-figures.tsx';
import { FindOutList } from './find-out-list.tsx';
import { OverlayLines } from './overlay-lines.tsx';
import { Section } from './section.tsx';
import { StandingHero, type StandingHeroProps } from './standing-hero.tsx';
import { Steps } from './steps.tsx';
import type { Step } from './steps.tsx';

type Part = Omit<StandingHeroProps, 'may'>;

const FIRST = 6;

/** Where do we stand, what waits for whoever looks, what blocks us, what is unknown, what next. */
export function CompanyStanding({
  may,
  yours,
  ...props
}: StandingHeroProps & { yours: ReactNode }) {
  return (
    <>
      <StandingHero {...props} may={may} />
      {yours}
      <Blockers {...props} />
      <FindOut {...props} />
      <Next {...props} />
      <Domains {...props} />
      <Coverage {...props} />
      <Excluded {...props} />
    </>
  );
}

/** The row opens on the server, because a folded row does not open by its anchor alone. */
function useLinks(org: string, id: string) {
  return {
    gap: (requirement: string) => `${paths.gaps(org, id)}?open=${requirement}#${requirement}`,
    action: (action: string) => `${paths.actions(org, id)}?open=${action}#${action}`,
    domain: (domain: string) => `${paths.gaps(org, id)}#${domain}`,
    answer: ({ question }: { question: string | null }) =>
      question === null ? paths.profile(org) : paths.question(org, id, question),
  };
}

function Blockers({ org, standing }: Part) {
  const t = useMessages(texts);
  const links = useLinks(org, standing.assessmentId);
  const { blockers, waiting } = standing;
  const table = (rows: BlockerRow[]) => (
    <BlockerTable rows={rows} gapHref={links.gap} actionHref={links.action} />
  );
  return (
    <>
      {blockers.length > 0 && (
        <Section
          id="blockers"
          title={t.blockersTitle}
          intro={t.blockersIntro(blockers.length)}
          more={{ href: paths.gaps(org, standing.assessmentId), label: t.allGaps }}
        >
          {table(blockers.slice(0, FIRST))}
          {blockers.length > FIRST && (
            <Disclosure summary={t.more(blockers.length - FIRST)}>
              {table(blockers.slice(FIRST))}
            </Disclosure>
          )}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section id="waiting" title={t.waiting} intro={t.waitingIntro}>
          {table(waiting)}
        </Section>
      )}
    </>
  );
}

function FindOut({ org, standing }: Part) {
  const t = useMessages(texts);
  const { findOut } = standing;
  const href = useLinks(org, standing.assessmentId).answer;
  if (findOut.length === 0) return null;
  return (
    <Section id="unknowns" title={t.findOut} intro={t.findOutIntro(findOut.length)}>
      <FindOutList entries={findOut.slice(0, FIRST)} href={href} />
      {findOut.length > FIRST && (
        <Disclosure summary={t.more(findOut.length - FIRST)}>
          <FindOutList entries={findOut.slice(FIRST)} href={href} />
        </Disclosure>
      )}
    </Section>
  );
}

function Next({ org, standing }: Part) {
  const t = useMessages(texts);
  const { roles } = useMessages(answering);
  const links = useLinks(org, standing.assessmentId);
  const language = useLanguage();
  if (standing.next.length === 0) return null;
  const steps = standing.next.map((step): Step => {
    if (step.kind === 'act') {
      const { id, title, owner, noRegret, days, weeks, cost } = step.action;
      return {
        key: id,
        title,
        href: links.action(id),
        text: noRegret ? t.noRegret : t.starts,
        facts: [
          { term: t.owner, value: roles[owner] },
          { term: t.effort, value: t.effortText(days, weeks) },
          { term: t.cost, value: cost },
        ],
      };
    }
    const { id, title, ask, facts } = step.entry;
    return {
      key: id,
      title: t.nextFind(title),
      href: links.answer(step.entry),
      text: ask ? t.nextFindText : t.askFacts(listText(facts, language)),
      facts: ask
        ? [
            { term: t.owner, value: roles[ask.role] },
            { term: t.effort, value: t.minutes(ask.minutes) },
            { term: t.cost, value: yenText(0, language) },
          ]
        : undefined,
    };
  });
  return (
    <Section id="next" title={t.next} stacked>
      <Steps steps={steps} />
    </Section>
  );
}

function Domains({ org, standing }: Part) {
  const t = useMessages(texts);
  const { domain } = useLinks(org, standing.assessmentId);
  const { assessmentId, overlays } = standing;
  return (
    <Section id="domains" title={t.domains} intro={t.domainsIntro} stacked>
      <figure className="stack">
        <DomainChart domains={standing.domains} href={domain} />
        <figcaption className="muted">{t.ownership}</figcaption>
        <Disclosure summary={t.table}>
          <DomainTable domains={standing.domains} />
        </Disclosure>
      </figure>
      <OverlayLines
        lines={overlays}
        href={(question) => paths.question(org, assessmentId, question)}
      />
    </Section>
  );
}

function Coverage({ org, standing }: Part) {
  const t = useMessages(texts);
  const { shown, of } = standing.coverage;
  const { expired, ending } = standing.documents;
  return (
    <Section id="coverage" title={t.coverage} intro={t.coverageIntro}>
      <p>{t.coverageText(shown, of)}</p>
      {(expired > 0 || ending > 0) && (
        <p>
          {t.endingText(expired, ending)}{' '}
          <a href={`${paths.questions(org, standing.assessmentId)}?filter=ending-evidence`}>
            {t.endingMore}
          </a>
        </p>
      )}
      {shown < of && (
        <p>
          <a href={`${paths.questions(org, standing.assessmentId)}?filter=no-evidence`}>
            {t.coverageMore}
          </a>
        </p>
      )}
    </Section>
  );
}

function Excluded({ standing }: Part) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { excluded } = standing;
  if (excluded.length === 0) return null;
  return (
    <Section id="excluded" title={t.excluded} intro={t.excludedIntro(excluded.length)}>
      <Disclosure summary={t.excludedShow}>
        <ul className="stack-8">
          {excluded.map(({ id, title, because, reasons }) => (
            <li key={id}>
              <Coded code={id}>
                {title}
                <br />
                <span className="muted">
                  {because === 'condition' ? t.byFact : t.byAnswer(listText(reasons, language))}
                </span>
              </Coded>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  );
}
