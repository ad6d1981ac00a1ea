import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { home } from '../messages/home.ts';
import { report as texts } from '../messages/report.ts';
import { listText } from '../print.ts';
import type { ExcludedRow, FindOutRow } from '../views/home-rows.server.ts';
import type { GapLine, ReportView } from '../views/report.server.ts';
import { BasisTag } from './basis-tag.tsx';
import { Coded } from './code.tsx';
import { DataTable } from './data-table.tsx';

export function ReportGaps({ rows }: { rows: ReadonlyArray<GapLine> }) {
  const t = useMessages(texts);
  const { bases } = useMessages(answering);
  return (
    <DataTable
      dense
      variant="pairs"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'requirement',
          header: t.requirement,
          cell: ({ id, title, inGate, explains }) => (
            <Coded code={id}>
              {title} {inGate && <span className="tag tag--must">{t.marks.gate}</span>}
              {explains && <span className="tag">{t.marks.explains}</span>}
            </Coded>
          ),
        },
        {
          key: 'level',
          header: t.level,
          width: 'w-72',
          cell: ({ lo, target }) => <span className="nowrap">{`${lo} → ${target}`}</span>,
        },
        {
          key: 'basis',
          header: t.basisColumn,
          width: 'w-240',
          cell: ({ citation }) =>
            citation && (
              <>
                {citation.text} <BasisTag basis={citation.basis}>{bases[citation.basis]}</BasisTag>
              </>
            ),
        },
        {
          key: 'action',
          header: t.action,
          width: 'w-176',
          cell: ({ action }) => action && <Coded code={action.id}>{action.title}</Coded>,
        },
      ]}
    />
  );
}

export function ReportFindOut({ rows }: { rows: ReadonlyArray<FindOutRow> }) {
  const t = useMessages(texts);
  const { reasons, minutes } = useMessages(home);
  const language = useLanguage();
  const { roles } = useMessages(answering);
  return (
    <DataTable
      dense
      variant="pairs"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'requirement',
          header: t.requirement,
          cell: ({ id, title }) => <Coded code={id}>{title}</Coded>,
        },
        {
          key: 'why',
          header: t.why,
          width: 'w-176',
          cell: ({ reason, facts }) => (
            <>
              {reasons[reason]}
              {facts.length > 0 && (
                <>
                  <br />
                  {listText(facts, language)}
                </>
              )}
            </>
          ),
        },
        {
          key: 'ask',
          header: t.ask,
          width: 'w-176',
          cell: ({ ask }) =>
            ask ? (
              <>
                {roles[ask.role]} <span className="nowrap">{minutes(ask.minutes)}</span>
              </>
            ) : (
              t.profile
            ),
        },
      ]}
    />
  );
}

export function ReportActions({ rows }: { rows: ReportView['actions'] }) {
  const t = useMessages(texts);
  const { roles } = useMessages(answering);
  return (
    <DataTable
      dense
      variant="pairs"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'action',
          header: t.action,
          cell: ({ id, title, certainty, onNeed }) => (
            <Coded code={id}>
              {title} {certainty === 'perhaps' && <span className="tag">{t.perhaps}</span>}{' '}
              {onNeed && <span className="tag">{t.onNeed}</span>}
            </Coded>
          ),
        },
        { key: 'owner', header: t.owner, width: 'w-96', cell: ({ owner }) => roles[owner] },
        { key: 'days', header: t.days, numeric: true, cell: ({ days }) => days },
        { key: 'weeks', header: t.weeks, numeric: true, cell: ({ weeks }) => weeks },
        { key: 'cost', header: t.costYen, numeric: true, cell: ({ cost }) => cost },
      ]}
    />
  );
}

export function ReportExclusions({ rows }: { rows: ReadonlyArray<ExcludedRow> }) {
  const t = useMessages(texts);
  const { byFact, byAnswer } = useMessages(home);
  const language = useLanguage();
  return (
    <DataTable
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'requirement',
          header: t.requirement,
          cell: ({ id, title }) => <Coded code={id}>{title}</Coded>,
        },
        {
          key: 'why',
          header: t.why,
          cell: ({ because, reasons }) =>
            because === 'condition' ? byFact : byAnswer(listText(reasons, language)),
        },
      ]}
    />
  );
}
