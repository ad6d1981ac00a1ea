import { useLanguage, useMessages } from '../language.ts';
import { home as texts } from '../messages/home.ts';
import { paths } from '../paths.ts';
import { rangeText } from '../print.ts';
import type { Standing } from '../views/home.server.ts';
import { ButtonRow } from './button-row.tsx';
import { LinkButton } from './button.tsx';
import { GateState } from './gate-state.tsx';
import { Hero } from './hero.tsx';
import { RangeText } from './range-text.tsx';
import { StateWords } from './state-words.tsx';
import { WeekScale } from './week-scale.tsx';

export type StandingHeroProps = {
  org: string;
  standing: Standing;
  /** What the person may do here: nobody is offered what would then be refused. */
  may: { answer: boolean; shape: boolean };
};

const STATES = ['blocked', 'undetermined', 'clear'] as const;

/** The state in words with its counts, and beside it the own work that remains, as a range. */
export function StandingHero({ org, standing, may }: StandingHeroProps) {
  const t = useMessages(texts);
  const { gate, at, unanswered, assessmentId } = standing;
  return (
    <Hero
      label={t.now(at)}
      aside={{ label: t.workTitle, children: <Work {...{ org, standing }} /> }}
    >
      <div className="stack">
        <p>
          <GateState status={gate.status} size="display">
            {t.states[gate.status]}
          </GateState>
        </p>
        <Counts org={org} standing={standing} may={may} />
        <StateWords
          label={t.statesLabel}
          states={STATES.map((status) => ({ status, label: t.states[status] }))}
          current={gate.status}
        />
        <ButtonRow>
          {may.answer && unanswered > 0 && (
            <LinkButton variant="primary" href={paths.questions(org, assessmentId)}>
              {t.resume(unanswered)}
            </LinkButton>
          )}
          {may.shape && (
            <LinkButton variant="plain" href={paths.scope(org, assessmentId)}>
              {t.scope}
            </LinkButton>
          )}
        </ButtonRow>
      </div>
    </Hero>
  );
}

function Counts({ org, standing, may }: StandingHeroProps) {
  const t = useMessages(texts);
  const { gate, blockers, waiting, assessmentId } = standing;
  const below = blockers.length + waiting.length;
  return (
    <p className="lead">
      {t.lead(gate.counted)}
      {below > 0 && (
        <>
          <a href={blockers.length > 0 ? '#blockers' : '#waiting'}>{t.blockers(below)}</a>
          {t.blockersAfter}
        </>
      )}
      {waiting.length > 0 && blockers.length > 0 && t.waitingPart(waiting.length)}
      {gate.open > 0 && (
        <>
          <a href="#unknowns">{t.unknowns(gate.open)}</a>
          {t.unknownsAfter}
        </>
      )}
      {gate.notAsked > 0 && (
        <>
          {t.notAsked(gate.notAsked)}
          {may.shape && <a href={paths.scope(org, assessmentId)}>{t.widen}</a>}
        </>
      )}
      {gate.status === 'clear' && t.clear}
    </p>
  );
}

function Work({ org, standing }: Omit<StandingHeroProps, 'may'>) {
  const t = useMessages(texts);
  const language = useLanguage();
  const separator = language === 'ja' ? '〜' : '–';
  const { ownWork, assessmentId } = standing;
  if (ownWork === null) return <p>{t.workUnknown}</p>;
  const { lo, hi, max } = ownWork.weeks;
  if (hi === 0) return <p>{t.workNone}</p>;
  return (
    <>
      <p>
        <RangeText
          lo={`${lo}`}
          hi={`${hi}`}
          unit={t.weeks(rangeText(lo, hi, language))}
          separator={separator}
          size="display"
        />
      </p>
      <WeekScale
        lo={lo}
        hi={hi}
        max={max}
        maxLabel={t.weeksMax(max)}
        label={t.weeksLabel(lo, hi, max)}
      />
      <p className="muted">
        {t.workText(ownWork.days, String(ownWork.capacityDays))}
        {ownWork.reckoned > 0 && t.workReckoned(ownWork.reckoned)}{' '}
        <a href={paths.plan(org, assessmentId)}>{t.workLink}</a>
      </p>
    </>
  );
}
