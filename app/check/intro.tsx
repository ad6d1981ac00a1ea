import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Definition } from '../components/definition.tsx';
import { Split } from '../components/split.tsx';
import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';

export type IntroProps = { ready: boolean; touched: boolean; onBegin: () => void };

/** What this is, before the first question. The paper form below needs no script. */
export function Intro({ ready, touched, onBegin }: IntroProps) {
  const t = useMessages(check);
  return (
    <Split>
      <div className="stack-24">
        <h1 className="headline">{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <div className="check-with-script">
          <ButtonRow>
            <Button type="button" variant="primary" large disabled={!ready} onClick={onBegin}>
              {touched ? t.resume : t.start}
            </Button>
            <LinkButton variant="plain" href="#paper">
              {t.paper}
            </LinkButton>
          </ButtonRow>
        </div>
        <p className="check-without-script">{t.withoutScript}</p>
      </div>
      <div>
        <h2>{t.aboutTitle}</h2>
        <div className="mt-12">
          <Definition lines items={t.about.map(([term, value]) => ({ term, value }))} />
        </div>
      </div>
    </Split>
  );
}
