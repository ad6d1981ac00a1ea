import type { MetaFunction } from '@remix-run/node';
import { BasisTag } from '../components/basis-tag.tsx';
import { DataTable } from '../components/data-table.tsx';
import { GateState, type GateStatus } from '../components/gate-state.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { basisWords, BASIS_ORDER } from '../messages/basis.ts';
import { method } from '../messages/method.ts';
import { home } from '../messages/home.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { wideSpace } from '../print.ts';
import { MethodExample } from '../views/method-example.tsx';
import { Entries } from '../components/entries.tsx';

export default function Method() {
  const t = useMessages(method);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p>
          <a href={paths.glossary}>{t.toGlossary}</a>
        </p>
      </PageHead>
      <State />
      <Levels />
      <Section id="answers" title={t.answers.title} intro={t.answers.intro}>
        <Entries entries={t.answers.items} />
      </Section>
      <Targets />
      <Attainment />
      <Section id="scope" title={t.scope.title} intro={t.scope.intro}>
        <Entries entries={t.scope.modes} />
        <p className="max-w-measure">{t.scope.why}</p>
      </Section>
      <Section id="ownership" title={t.ownership.title}>
        <Paragraphs texts={t.ownership.text} />
      </Section>
      <Section id="not" title={t.not.title}>
        <Bullets texts={t.not.items} />
      </Section>
      <Basis />
      <Facts />
    </Page>
  );
}

const STATES: readonly GateStatus[] = ['blocked', 'undetermined', 'clear'];

function State() {
  const t = useMessages(method).state;
  const { states } = useMessages(home);
  return (
    <Section id="state" title={t.title} intro={t.intro}>
      <Entries
        entries={STATES.map((status) => ({
          key: status,
          term: <GateState status={status}>{states[status]}</GateState>,
          text: t.words[status],
        }))}
      />
      <Paragraphs texts={t.after} />
    </Section>
  );
}

function Levels() {
  const t = useMessages(method).levels;
  const space = wideSpace(useLanguage());
  const rows = t.names.map((name, level) => ({ name, level, meaning: t.meanings[level] }));
  return (
    <Section id="levels" title={t.title} intro={t.intro}>
      <DataTable
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'level', header: t.level, cell: ({ level, name }) => `${level}${space}${name}` },
          { key: 'meaning', header: t.meaning, cell: ({ meaning }) => meaning },
        ]}
      />
      <p className="max-w-measure">{t.after}</p>
    </Section>
  );
}

/** gap-model.md: at application 3 for `pre`, 2 for the rest; when holding 3 for all. */
const TARGETS: Readonly<Record<string, { application: number; holding: number }>> = {
  pre: { application: 3, holding: 3 },
  cert: { application: 2, holding: 3 },
  post: { application: 2, holding: 3 },
};

function Targets() {
  const t = useMessages(method).targets;
  return (
    <Section id="targets" title={t.title} intro={t.intro}>
      <DataTable
        rows={t.phases}
        rowKey={({ text }) => text}
        variant="pairs"
        columns={[
          { key: 'phase', header: t.columns.phase, cell: ({ term }) => term },
          {
            key: 'application',
            header: t.columns.application,
            numeric: true,
            cell: ({ text }) => TARGETS[text]?.application,
          },
          {
            key: 'holding',
            header: t.columns.holding,
            numeric: true,
            cell: ({ text }) => TARGETS[text]?.holding,
          },
        ]}
      />
      <p className="max-w-measure">{t.weights}</p>
    </Section>
  );
}

function Attainment() {
  const t = useMessages(method).attainment;
  return (
    <Section id="attainment" title={t.title} intro={t.intro}>
      <p>
        {t.formula.words}{' '}
        <span className="visually-hidden">{`${t.formula.numerator} ÷ ${t.formula.denominator}`}</span>
        <span className="fraction" aria-hidden="true">
          <span>{t.formula.numerator}</span>
          <span>{t.formula.denominator}</span>
        </span>
      </p>
      <Bullets texts={t.rules} />
      <MethodExample />
    </Section>
  );
}

function Basis() {
  const t = useMessages(method).basis;
  const words = useMessages(basisWords);
  return (
    <Section id="basis" title={t.title} intro={t.intro}>
      <Entries
        entries={BASIS_ORDER.map((basis) => ({
          key: basis,
          term:
            basis === 'law' ? (
              words.law.word
            ) : (
              <BasisTag basis={basis}>{words[basis].word}</BasisTag>
            ),
          text: words[basis].meaning,
        }))}
      />
    </Section>
  );
}

function Facts() {
  const t = useMessages(method).facts;
  const words = useMessages(basisWords);
  return (
    <Section id="facts" title={t.title} intro={t.intro}>
      <Entries
        entries={t.items.map(({ term, text, basis }) => ({
          term,
          text: (
            <>
              {text} <BasisTag basis={basis}>{words[basis].word}</BasisTag>
            </>
          ),
        }))}
      />
      <p className="max-w-measure">{t.after}</p>
    </Section>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p className="max-w-measure" key={text}>
      {text}
    </p>
  ));
}

function Bullets({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="bullets">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

export const meta: MetaFunction = pageTitle(method);
