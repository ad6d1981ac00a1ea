import { quickCheck } from '#assessments/quick-check.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Disclaimer } from '../components/disclaimer.tsx';
import { GateState } from '../components/gate-state.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { check } from '../messages/check.ts';
import { DISCLAIMER } from '../messages/common.ts';
import { paths } from '../paths.ts';
import { dateText } from '../print.ts';
import type { CheckPage } from '../views/check.server.ts';
import { AnswerList } from './answer-list.tsx';
import { FreshHeading } from './fresh-heading.tsx';
import { OpenList } from './open-list.tsx';
import { ShortfallList } from './shortfall-list.tsx';
import type { Given } from './use-check.ts';
import { WhatToDo } from './what-to-do.tsx';

export type OutcomeProps = { page: CheckPage; given: Given };

/** The result, worked out in the page from what was answered there. */
export function Outcome({ page, given }: OutcomeProps) {
  const t = useMessages(check);
  const language = useLanguage();
  const disclaimer = useMessages(DISCLAIMER);
  const found = quickCheck(page.edition, given.facts, given.answers);
  const below = found.below.length + found.waiting.length;
  const met = found.met.length;
  const applicable = below + found.toExplain.length + found.open.length + met;
  const row = { questions: given.asked };
  return (
    <>
      <div className="stack pb-40">
        <h1 className="hero__label">
          <FreshHeading>{t.result.title}</FreshHeading>
        </h1>
        <p>
          <GateState status={found.status} size="display">
            {t.result.states[found.status]}
          </GateState>
        </p>
        <p className="lead">
          {t.result.counts(applicable, below, found.open.length, met)}
          {found.toExplain.length > 0 && t.result.toExplain(found.toExplain.length)}
        </p>
        <p className="max-w-measure">{t.result.partial(found.gate.counted, found.gate.notAsked)}</p>
        <Disclaimer>{disclaimer}</Disclaimer>
      </div>
      <WhatToDo begin={found.begin} notYet={found.notYet} titles={page.actions} />
      <OpenList {...row} open={found.open} />
      <ShortfallList
        {...row}
        id="below"
        title={t.result.belowTitle}
        intro={t.result.belowIntro(found.below.length)}
        gaps={found.below}
      />
      <ShortfallList
        {...row}
        id="waiting"
        title={t.result.waitingTitle}
        intro={t.result.waitingIntro}
        gaps={found.waiting}
      />
      <ShortfallList
        {...row}
        id="explain"
        title={t.result.toExplainTitle}
        intro={t.result.toExplainIntro}
        gaps={found.toExplain}
      />
      <AnswerList
        questions={page.questions}
        values={given.values}
        excluded={found.excluded.map(({ id }) => id)}
      />
      <div className="stack no-print">
        <ButtonRow>
          <LinkButton variant="primary" href={paths.signUp}>
            {t.result.register}
          </LinkButton>
          <Button type="button" onClick={() => window.print()}>
            {t.result.print}
          </Button>
          <a href="#q-1">{t.result.review}</a>
          <Button
            type="button"
            variant="plain"
            onClick={() => {
              if (window.confirm(t.result.clearSure)) given.clear();
            }}
          >
            {t.result.clear}
          </Button>
        </ButtonRow>
        <p className="muted">{t.result.registerNote}</p>
      </div>
      <p className="source mt-16">{t.result.lawAsOf(dateText(page.lawAsOf, language))}</p>
    </>
  );
}
