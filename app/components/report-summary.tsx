import { useLanguage, useMessages } from '../language.ts';
import { home } from '../messages/home.ts';
import { report as texts } from '../messages/report.ts';
import { rangeText, wideSpace } from '../print.ts';
import type { ReportView } from '../views/report.server.ts';
import { Coded } from './code.tsx';
import { Definition } from './definition.tsx';
import { GateState } from './gate-state.tsx';

export type ReportSummaryProps = Pick<ReportView, 'gate' | 'ownWork' | 'totals' | 'decisions'>;

/** The state in words, the work that remains as ranges, and what management decides. */
export function ReportSummary({ gate, ownWork, totals, decisions }: ReportSummaryProps) {
  const t = useMessages(texts);
  const { states } = useMessages(home);
  const below = gate.blockers + gate.waiting;
  return (
    <>
      <p>
        <GateState status={gate.status} size="display">
          {states[gate.status]}
        </GateState>
      </p>
      <p>
        {t.lead(gate.counted)}
        {below > 0 && <b>{t.blockers(below)}</b>}
        {gate.waiting > 0 && t.waiting(gate.waiting)}
        {gate.open > 0 && t.open(gate.open)}
        {gate.notAsked > 0 && t.notAsked(gate.notAsked)}
        {gate.status === 'clear' && t.clear}
      </p>
      <h3>{t.work}</h3>
      <Definition
        lines
        items={[
          { term: t.ready, value: <Ready ownWork={ownWork} /> },
          { term: t.effort, value: <Figure value={t.daysText(totals.days)} /> },
          { term: t.cost, value: <Figure value={totals.cost} note={t.costNote} /> },
        ]}
      />
      <p className="muted">{t.rangeNote}</p>
      {decisions.length > 0 && (
        <>
          <h3>{t.decide}</h3>
          <ul className="stack-8">
            {decisions.map(({ id, title, days, cost }) => (
              <li key={id}>
                <Coded code={id}>
                  <b>{title}</b>
                  <br />
                  {t.decideText(days, cost)}
                </Coded>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">{t.noOrder}</p>
    </>
  );
}

/** Weeks of own work if an agency came on the day of the report. */
function Ready({ ownWork }: Pick<ReportView, 'ownWork'>) {
  const t = useMessages(texts);
  const language = useLanguage();
  if (ownWork === null) return <>{t.readyUnknown}</>;
  const { lo, hi } = ownWork.weeks;
  return (
    <Figure
      value={t.weeksText(rangeText(lo, hi, language))}
      note={t.readyNote(String(ownWork.capacityDays))}
    />
  );
}

function Figure({ value, note }: { value: string; note?: string }) {
  const space = wideSpace(useLanguage());
  return (
    <>
      <b>{value}</b>
      {note !== undefined && `${space}${note}`}
    </>
  );
}
