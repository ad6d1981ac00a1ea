import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { readWorksheet } from '#db/worksheets.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { GapDerivation } from '../components/gap-derivation.tsx';
import type { GapRow } from '../views/gaps-row.server.ts';
import { GapFilters } from '../components/gap-filters.tsx';
import { LevelScale } from '../components/level-scale.tsx';
import { ObligationTag } from '../components/obligation-tag.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Requirement } from '../components/requirement.tsx';
import { Section } from '../components/section.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { gaps as texts } from '../messages/gaps.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { wideSpace } from '../print.ts';
import { gapFilter } from '../views/gaps-filter.server.ts';
import { gapsView } from '../views/gaps.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const worksheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, id)));
  return {
    org: member.companyId,
    open: new URL(args.request.url).searchParams.get('open'),
    ...gapsView(worksheet, gapFilter(args.request.url), await languageOf(args.request)),
  };
}

export default function Gaps() {
  const { org, assessmentId, all, filter, choices, shown, domains } =
    useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const here = paths.gaps(org, assessmentId);
  const total = all.definite + all.toExplain + all.open;
  if (total === 0) {
    return (
      <Page>
        <EmptyState title={t.none} heading="h1">
          <p>{t.noneLead}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        title={t.title}
        lead={`${t.lead(all.definite, all.toExplain, all.open)}${t.leadOpen}`}
      />
      <GapFilters action={here} values={filter} domains={choices} />
      <p className="muted">
        <output>{t.shown(shown)}</output>
      </p>
      {shown === 0 && (
        <EmptyState title={t.nothing} actions={<LinkButton href={here}>{t.showAll}</LinkButton>}>
          <p>{t.nothingLead}</p>
        </EmptyState>
      )}
      {domains.map((domain) => (
        <Domain key={domain.id} {...domain} />
      ))}
      <Total />
    </Page>
  );
}

type DomainProps = { id: string; title: string; objective: string; rows: GapRow[] };

function Domain({ id, title, objective, rows }: DomainProps) {
  const { org, assessmentId, of, lawAsOf, open } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const space = wideSpace(useLanguage());
  const inGate = rows.filter((row) => row.inGate).length;
  const explains = rows.some((row) => row.explains);
  const hrefs = {
    answer: (question: string) => paths.question(org, assessmentId, question),
    action: (action: string) => `${paths.actions(org, assessmentId)}?open=${action}#${action}`,
    profile: paths.profile(org),
  };
  return (
    <Section
      id={id}
      stacked
      title={
        <>
          <span className="code">{id}</span>
          {space}
          {title}
        </>
      }
      intro={
        <>
          {t.domainCount(rows.length, inGate)}
          {explains && `${space}${t.domainExplains}`}
        </>
      }
    >
      <div>
        {rows.map((gap) => (
          <OneGap key={gap.id} gap={gap} open={gap.id === open}>
            <GapDerivation {...{ gap, of, objective, lawAsOf, hrefs }} />
          </OneGap>
        ))}
      </div>
    </Section>
  );
}

function OneGap({ gap, open, children }: { gap: GapRow; open: boolean; children: ReactNode }) {
  const t = useMessages(texts);
  const { obligations } = useMessages(answering);
  const { id, title, obligation, lo, hi, target, points, openBecause, explains } = gap;
  return (
    <Requirement
      code={id}
      title={title}
      open={open}
      tags={
        <>
          {explains ? (
            <span className="tag">{t.explainTag}</span>
          ) : (
            <ObligationTag obligation={obligation}>{obligations[obligation]}</ObligationTag>
          )}
          {openBecause && <span className="muted">{t.reasons[openBecause]}</span>}
        </>
      }
      level={<LevelScale lo={lo} hi={hi} target={target} words={t.levelTo(lo, hi, target)} />}
      loss={t.loss(points.lo, points.hi)}
    >
      {children}
    </Requirement>
  );
}

/** All losses and what is confirmed, as printed: they add to 100. */
function Total() {
  const { attained, missing } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Section id="total" title={t.total}>
      <p>{t.totalText(attained, missing)}</p>
    </Section>
  );
}

export const meta = pageTitle(texts);
