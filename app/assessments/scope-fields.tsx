import { RadioCards } from '../components/radio-cards.tsx';
import { sentenceFor, type RefusalProps } from '../components/refusal.tsx';
import { useMessages } from '../language.ts';
import { assessment } from '../messages/assessment.ts';

export type ScopeFieldsProps = { mode: string; stage: string; state: RefusalProps };

/** How much is asked, and what it is measured against. */
export function ScopeFields({ mode, stage, state }: ScopeFieldsProps) {
  const t = useMessages(assessment);
  return (
    <>
      <RadioCards
        id="mode"
        name="mode"
        legend={t.create.mode}
        error={sentenceFor(state, 'mode')}
        defaultValue={mode}
        options={Object.entries(t.modes).map(([value, words]) => ({ value, ...words }))}
      />
      <RadioCards
        id="stage"
        name="stage"
        legend={t.create.stage}
        error={sentenceFor(state, 'stage')}
        defaultValue={stage}
        options={Object.entries(t.stages).map(([value, words]) => ({ value, ...words }))}
      />
    </>
  );
}
