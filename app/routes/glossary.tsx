import type { MetaFunction } from '@remix-run/node';
import { BasisTag } from '../components/basis-tag.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { basisWords } from '../messages/basis.ts';
import { glossary, GLOSSARY } from '../messages/glossary.ts';
import type { Term } from '../messages/glossary/term.ts';
import { pageTitle } from '../page-title.ts';
import { listText } from '../print.ts';

export default function Glossary() {
  const t = useMessages(glossary);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p className="muted">{t.asOf}</p>
      </PageHead>
      <Index />
      {GLOSSARY.map(({ id, terms }) => (
        <Section key={id} id={`group-${id}`} title={t.groups[id].title} intro={t.groups[id].intro}>
          <dl className="ledger">
            {terms.map((term) => (
              <Entry key={term.id} term={term} />
            ))}
          </dl>
        </Section>
      ))}
    </Page>
  );
}

function Index() {
  const t = useMessages(glossary);
  const language = useLanguage();
  return (
    <nav aria-label={t.index}>
      <Section id="index" title={t.index}>
        <ul className="flex flex-wrap gap-x-24 gap-y-4">
          {GLOSSARY.flatMap(({ terms }) => terms).map((term) => (
            <li key={term.id}>
              <a href={`#${term.id}`}>{term[language]}</a>
            </li>
          ))}
        </ul>
      </Section>
    </nav>
  );
}

function Entry({ term }: { term: Term }) {
  const t = useMessages(glossary);
  const language = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <div id={term.id}>
      <dt className="ledger__title">{term[language]}</dt>
      <dd className="muted">
        <span lang={other}>{term[other]}</span>
        {language === 'ja' && term.reading && `　${t.reading(term.reading)}`}
      </dd>
      <dd>{term.text[language]}</dd>
      <Basis term={term} />
    </div>
  );
}

function Basis({ term: { basis, places } }: { term: Term }) {
  const t = useMessages(glossary);
  const words = useMessages(basisWords);
  const language = useLanguage();
  if (basis === 'ours') return null;
  return (
    <dd className="source">
      {places &&
        `${t.rests}${listText(
          places.map((place) => place[language]),
          language,
        )} `}
      <BasisTag basis={basis}>{words[basis].word}</BasisTag>
    </dd>
  );
}

export const meta: MetaFunction = pageTitle(glossary);
