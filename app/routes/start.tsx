import type { MetaFunction } from '@remix-run/node';
import { LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Columns } from '../components/columns.tsx';
import { Definition } from '../components/definition.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { Split } from '../components/split.tsx';
import { useMessages } from '../language.ts';
import { start } from '../messages/start.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

/** What this is, what it is not, and its two doors. */
export default function Start() {
  const t = useMessages(start);
  return (
    <Page>
      <div className="pb-64">
        <Split>
          <div className="stack-24">
            <h1 className="headline">
              {t.headline.map((line) => (
                <span className="block" key={line}>
                  {line}
                </span>
              ))}
            </h1>
            <p className="lead">{t.lead}</p>
            <ButtonRow>
              <LinkButton variant="primary" large href={paths.check}>
                {t.check}
              </LinkButton>
              <LinkButton large href={paths.signUp}>
                {t.register}
              </LinkButton>
            </ButtonRow>
          </div>
          <div>
            <h2>{t.checkTitle}</h2>
            <div className="mt-12">
              <Definition lines items={t.checkFacts.map(([term, value]) => ({ term, value }))} />
            </div>
          </div>
        </Split>
      </div>
      <Section id="what" title={t.whatTitle} intro={t.whatIntro} stacked>
        <Columns>
          {t.what.map(([title, text]) => (
            <div className="stack-8" key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          ))}
        </Columns>
      </Section>
      <Section id="not" title={t.notTitle} more={{ href: paths.method, label: t.method }}>
        <ul className="bullets">
          {t.not.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

export const meta: MetaFunction = pageTitle(start);
