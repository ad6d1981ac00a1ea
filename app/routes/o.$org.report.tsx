import { dayInJapan } from '#assessments/japanese-day.ts';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWorksheet } from '#db/worksheets.ts';
import { asOfDay } from '../as-of.server.ts';
import { AsOfForm } from '../components/as-of-form.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Cover } from '../components/cover.tsx';
import { Definition } from '../components/definition.tsx';
import { Disclaimer } from '../components/disclaimer.tsx';
import { DomainChart, DomainTable } from '../components/domain-figures.tsx';
import { OverlayLines } from '../components/overlay-lines.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { ReportSummary } from '../components/report-summary.tsx';
import {
  ReportActions,
  ReportExclusions,
  ReportFindOut,
  ReportGaps,
} from '../components/report-tables.tsx';
import { Sheet } from '../components/sheet.tsx';
import { Sheets } from '../components/sheets.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { asOf as asOfTexts } from '../messages/as-of.ts';
import { assessment as scopeTexts } from '../messages/assessment.ts';
import { DISCLAIMER } from '../messages/common.ts';
import { home } from '../messages/home.ts';
import { report as texts } from '../messages/report.ts';
import { pageTitle } from '../page-title.ts';
import { ownWorkByAnswers } from '../planning/own-work.server.ts';
import { dateText, withBrackets, wideSpace } from '../print.ts';
import { reportView } from '../views/report.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const wish = asOfDay(new URL(args.request.url).searchParams, 'asOf');
  const [then, found] = await inCompany(member, async (tx) => {
    const earlier = wish.day === undefined ? null : await readWorksheet(tx, id, wish.day);
    return [earlier, earlier ?? (await readWorksheet(tx, id))] as const;
  });
  const worksheet = orNotFound(found);
  const ownWork = await ownWorkByAnswers(dayInJapan(worksheet.at), worksheet, args.request.signal);
  const language = await languageOf(args.request);
  return {
    ...reportView(worksheet, ownWork, language),
    asOf: then && wish.day ? dateText(wish.day, language) : null,
    typed: wish.typed,
    problem: wish.problem ?? (wish.day !== undefined && !then ? ('not-started' as const) : null),
  };
}

export default function Report() {
  const { company, at, gate, ownWork, totals, decisions, domains, overlays } =
    useLoaderData<typeof loader>();
  const { gaps, findOut, actions, excluded } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const { ownership } = useMessages(home);
  const running = t.running(company, at);
  const none = <p>{t.none}</p>;
  return (
    <Sheets bar={<PrintHint />}>
      <ReportCover />
      <Sheet id="summary" title={t.summary} running={running}>
        <ReportSummary {...{ gate, ownWork, totals, decisions }} />
      </Sheet>
      <Sheet id="domains" title={t.domains} running={running}>
        <figure className="stack">
          <DomainChart domains={domains} />
          <figcaption className="muted">{ownership}</figcaption>
        </figure>
        <h3>{t.numbers}</h3>
        <DomainTable domains={domains} dense />
        <OverlayLines lines={overlays} />
      </Sheet>
      <Sheet id="gaps" title={t.gaps} running={running}>
        <p>{t.gapsIntro}</p>
        {gaps.length > 0 ? <ReportGaps rows={gaps} /> : none}
      </Sheet>
      <Sheet id="unknowns" title={t.unknowns} running={running}>
        <p>{t.unknownsIntro}</p>
        {findOut.length > 0 ? <ReportFindOut rows={findOut} /> : none}
      </Sheet>
      <Sheet id="actions" title={t.actions} running={running}>
        <p>
          {t.actionsIntro} {t.rangeNote}
        </p>
        {actions.length > 0 ? <ReportActions rows={actions} /> : none}
      </Sheet>
      <Sheet id="excluded" title={t.excluded} running={running}>
        <p>{t.excludedIntro}</p>
        {excluded.length > 0 ? <ReportExclusions rows={excluded} /> : none}
      </Sheet>
    </Sheets>
  );
}

function PrintHint() {
  const t = useMessages(texts);
  const { typed, problem } = useLoaderData<typeof loader>();
  return (
    <>
      <ButtonRow ends>
        <p>{t.printHelp}</p>
        <PrintButton>{t.print}</PrintButton>
      </ButtonRow>
      <AsOfForm typed={typed} problem={problem} />
    </>
  );
}

function ReportCover() {
  const { company, title, stage, mode, at, edition, comparison, asOf } =
    useLoaderData<typeof loader>();
  const { note } = useMessages(asOfTexts);
  const t = useMessages(texts);
  const scope = useMessages(scopeTexts);
  const language = useLanguage();
  const [first, second] = t.cover;
  return (
    <Cover
      company={company}
      title={
        <>
          {first}
          <br />
          {second}
        </>
      }
    >
      <Definition
        lines
        items={[
          { term: t.name, value: title },
          {
            term: t.basis,
            value: withBrackets(scope.stages[stage].label, scope.stageShort[stage], language),
          },
          { term: t.mode, value: scope.modes[mode].label },
          { term: t.answeredAt, value: at },
          { term: t.edition, value: t.editionText(edition.id, edition.lawAsOf) },
          {
            term: t.hash,
            value: (
              <>
                <b>{comparison}</b>
                {wideSpace(language)}
                {t.hashHelp}
              </>
            ),
          },
          { term: t.status, value: asOf === null ? t.unfrozen : `${note(asOf)} ${t.unfrozen}` },
        ]}
      />
      <Disclaimer>{useMessages(DISCLAIMER)}</Disclaimer>
    </Cover>
  );
}

export const meta = pageTitle(texts);
