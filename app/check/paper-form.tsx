import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckPage } from '../views/check.server.ts';
import { PaperCount } from './paper-count.tsx';
import { PaperQuestion } from './paper-question.tsx';
import { PaperLine } from './paper-line.tsx';

/** The check on paper: 25 questions with boxes to mark, and how to count them by hand. */
export function PaperForm({ page }: { page: CheckPage }) {
  const t = useMessages(check);
  const a = useMessages(answering);
  return (
    <section className="check-paper section section--stacked" id="paper" aria-labelledby="h-paper">
      <div className="section__label">
        <h2 id="h-paper">{t.sheet.title}</h2>
        <p>{t.sheet.lead}</p>
        <p>{a.hint}</p>
      </div>
      {page.facts.map((fact) => (
        <fieldset className="check-paper__question" key={fact.id}>
          <legend className="check-paper__text">{fact.title}</legend>
          <p className="muted">
            {fact.help} {t.sheet.factNote(fact.decides.join(t.sheet.separator))}
          </p>
          {[t.yes, t.no, t.unknownFact].map((label) => (
            <PaperLine key={label} name={fact.id} label={label} />
          ))}
        </fieldset>
      ))}
      <ol>
        {page.questions.map((question) => (
          <li key={question.id}>
            <PaperQuestion question={question} />
          </li>
        ))}
      </ol>
      <PaperCount page={page} />
    </section>
  );
}
