import type { WorkItem } from '#assessments/worklist.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Split } from '../components/split.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { check } from '../messages/check.ts';
import { rangeText, yenRangeText } from '../print.ts';

export type WhatToDoProps = {
  begin: readonly WorkItem[];
  notYet: readonly WorkItem[];
  titles: Readonly<Record<string, string>>;
};

/** What is worth doing in any case, beside what can wait. */
export function WhatToDo({ begin, notYet, titles }: WhatToDoProps) {
  const { result: t } = useMessages(check);
  const language = useLanguage();
  const effort = ({ personDays, yen }: WorkItem) =>
    t.effort(
      rangeText(personDays.lo, personDays.hi, language),
      yen.hi === 0 ? null : yenRangeText(yen.lo, yen.hi, language),
    );
  return (
    <section className="section section--stacked" aria-label={t.beginTitle}>
      <Split even>
        <div className="stack">
          <h2>{t.beginTitle}</h2>
          <p>{begin.length > 0 ? t.beginLead : t.beginNone}</p>
          {begin.length > 0 && (
            <Ledger
              rows={begin.map((item) => ({
                key: item.action.id,
                title: titles[item.action.id],
                text: <p className="muted">{effort(item)}</p>,
              }))}
            />
          )}
        </div>
        <div className="stack">
          <h2>{t.notYetTitle}</h2>
          <p>{t.notYetLead}</p>
          {notYet.length > 0 && (
            <Disclosure summary={t.notYetList(notYet.length)}>
              <ul className="bullets">
                {notYet.map(({ action }) => (
                  <li key={action.id}>{titles[action.id]}</li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      </Split>
    </section>
  );
}
