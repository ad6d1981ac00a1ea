import { LinesOf } from '../components/lines-of.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import type { OperatorText } from '../operator-texts.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { operator } from '../messages/operator.ts';

export type OperatorPageProps = {
  title: string;
  lead: string;
  /** What the operator says; null while nothing has been supplied. */
  supplied: OperatorText | null;
  facts: { title: string; intro: string; items: readonly (readonly [string, string])[] };
};

/** Privacy, terms and contact: the operator's text, and what the software does in any case. */
export function OperatorPage({ title, lead, supplied, facts }: OperatorPageProps) {
  return (
    <Page>
      <PageHead title={title} lead={lead} />
      <Supplied text={supplied} />
      <Section id="software" title={facts.title} intro={facts.intro || undefined}>
        <dl className="ledger">
          {facts.items.map(([term, text]) => (
            <div key={term}>
              <dt className="ledger__title">{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}

function Supplied({ text }: { text: OperatorText | null }) {
  const t = useMessages(operator);
  const language = useLanguage();
  return (
    <Section id="operator" title={t.supplied.title} intro={text ? t.supplied.intro : undefined}>
      {text === null ? (
        <Note tone="open" title={t.missingTitle}>
          <p>{t.missing}</p>
        </Note>
      ) : (
        <>
          {text.language !== language && <p className="muted">{t.otherLanguage}</p>}
          <div className="stack" lang={text.language}>
            {text.paragraphs.map((lines, at) => (
              <LinesOf key={at} lines={lines} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}
