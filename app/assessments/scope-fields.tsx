import type { ScopeSize } from '#assessments/scope-size.ts';
import { RadioCards } from '../components/radio-cards.tsx';
import { sentenceFor, type RefusalProps } from '../components/refusal.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { assessment } from '../messages/assessment.ts';
import { durationText } from '../print.ts';

export type ScopeFieldsProps = {
  sizes: ScopeSize[];
  mode: string;
  stage: string;
  state: RefusalProps;
  mayWrite: boolean;
};

/** How much is asked, and what it is measured against. */
export function ScopeFields({ sizes, mode, stage, state, mayWrite }: ScopeFieldsProps) {
  const t = useMessages(assessment);
  const language = useLanguage();
  return (
    <>
      <RadioCards
        id="mode"
        name="mode"
        legend={t.create.mode}
        error={sentenceFor(state, 'mode')}
        defaultValue={mode}
        disabled={!mayWrite}
        options={sizes.map((size) => ({
          value: size.mode,
          label: t.modes[size.mode].label,
          text:
            t.size(size.questions, durationText(size.minutes, language)) + t.modes[size.mode].text,
        }))}
      />
      <RadioCards
        id="stage"
        name="stage"
        legend={t.create.stage}
        error={sentenceFor(state, 'stage')}
        defaultValue={stage}
        disabled={!mayWrite}
        options={Object.entries(t.stages).map(([value, words]) => ({ value, ...words }))}
      />
    </>
  );
}
