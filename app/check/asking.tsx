import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';
import type { CheckPage } from '../views/check.server.ts';
import { factChoice, levelValue } from './choices.ts';
import { FactStep } from './fact-step.tsx';
import { Frame } from './frame.tsx';
import { QuestionStep } from './question-step.tsx';
import type { CheckStep } from './steps.ts';
import type { Given } from './use-check.ts';

export type AskingProps = {
  page: CheckPage;
  given: Given;
  step: Extract<CheckStep, { n: number }>;
};

/** One fact or one question at a time. */
export function Asking({ page, given, step }: AskingProps) {
  const t = useMessages(check);
  const of = given.asked.length;
  const back = { href: given.previous, label: step.n === 1 ? t.back : t.previous };
  const common = { of, previous: back, onNext: () => given.go(given.next) };
  const fact = page.facts[step.n - 1];
  if (step.at === 'fact' && fact) {
    const choice = given.choices[fact.id];
    return (
      <Frame
        {...common}
        words={t.factLead}
        done={0}
        answered={choice !== undefined}
        submit={choice === undefined ? t.skip : t.next}
        onChoose={(value) => {
          const chosen = factChoice(value);
          if (chosen !== null) given.choose(fact.id, chosen);
        }}
      >
        <FactStep key={fact.id} fact={fact} choice={choice} />
      </Frame>
    );
  }
  const question = given.asked[step.n - 1];
  if (!question) return null;
  const value = given.values[question.id];
  const isLast = step.n === of;
  const onward = value === undefined ? t.skip : t.next;
  return (
    <Frame
      {...common}
      words={t.position(step.n, of, question.domain)}
      done={step.n - 1}
      answered={value !== undefined || isLast}
      submit={isLast ? t.last : onward}
      soFar={given.touched && !isLast}
      onChoose={(text) => {
        const chosen = levelValue(text);
        if (chosen !== null) given.answer(question.id, chosen);
      }}
    >
      <QuestionStep
        key={question.id}
        question={question}
        value={value}
        undecided={given.undecided(question)}
      />
    </Frame>
  );
}
