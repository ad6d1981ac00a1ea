import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Answers } from '#assessments/answer.ts';
import type { Facts } from '#assessments/fact.ts';
import { quickQuestions } from '#assessments/quick-check.ts';
import type { LevelValue } from '../components/level-cards.tsx';
import type { CheckPage, CheckQuestion } from '../views/check.server.ts';
import { answersOf, factsFrom, type FactChoice } from './choices.ts';
import { hashOf, neighbours, stepAt, type CheckLength, type CheckStep } from './steps.ts';

/**
 * All that a person has said, in the memory of the page and nowhere else. The address says which
 * step is shown, so that the browser's own back button leads to the question before.
 */
export function useCheck(page: CheckPage) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [begun, setBegun] = useState(false);
  const [choices, setChoices] = useState<Record<string, FactChoice>>({});
  const [values, setValues] = useState<Record<string, LevelValue>>({});
  const facts: Facts = useMemo(() => factsFrom(choices), [choices]);
  const answers: Answers = useMemo(() => answersOf(values), [values]);
  const asked = useMemo(() => {
    const ids = new Set(quickQuestions(page.edition, facts));
    return page.questions.filter(({ id }) => ids.has(id));
  }, [page, facts]);
  const length = { facts: page.facts.length, questions: asked.length };
  const step = useStep(begun, hash, length);
  const touched = Object.keys(values).length > 0;
  useWarning(touched);
  const go = useCallback((to: string) => navigate(to), [navigate]);
  return {
    ready: useReady(),
    step,
    ...neighbours(step, length),
    asked,
    choices,
    values,
    facts,
    answers,
    touched,
    /** Whether a question applies hangs on a fact that nobody has given. */
    undecided: ({ requirement }: CheckQuestion) =>
      page.facts.some(
        ({ id, decides }) =>
          decides.includes(requirement) && (facts[id] ?? 'unknown') === 'unknown',
      ),
    go,
    begin: () => {
      setBegun(true);
      go(neighbours({ at: 'start' }, length).next);
    },
    choose: (fact: string, choice: FactChoice) => {
      setChoices((known) => ({ ...known, [fact]: choice }));
    },
    answer: (question: string, value: LevelValue) => {
      setValues((known) => ({ ...known, [question]: value }));
    },
    clear: () => {
      setValues({});
      setChoices({});
      go('#start');
    },
  };
}

const START: CheckStep = { at: 'start' };

/** After a reload nothing is left to go on from: then it is the start, whatever the address says. */
function useStep(begun: boolean, hash: string, length: CheckLength): CheckStep {
  const navigate = useNavigate();
  const [last, setLast] = useState(START);
  // An address without "#" would be asked of the server again on the way back to it.
  useEffect(() => {
    if (hash === '') navigate(hashOf(START), { replace: true, preventScrollReset: true });
  }, [hash, navigate]);
  if (!begun) return START;
  const named = stepAt(hash, length);
  if (named && hashOf(named) !== hashOf(last)) setLast(named);
  // Other places of the page, such as that of the skip link, leave the step as it is.
  return named ?? last;
}

const nothing = () => () => undefined;

/** What was said so far, and how to say more. */
export type Given = ReturnType<typeof useCheck>;

/** False on the server and until the page can be used. */
function useReady(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}

/** Leaving loses the answers, so the browser asks first. */
function useWarning(active: boolean) {
  useEffect(() => {
    if (!active) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [active]);
}
