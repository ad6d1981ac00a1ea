import type { FormEvent, ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';

export type FrameProps = {
  /** Where one is, in words; announced when it changes. */
  words: string;
  done: number;
  of: number;
  previous: { href: string; label: string };
  submit: string;
  /** Whether going on leaves an answer behind; going on without one is the quieter way. */
  answered: boolean;
  /** Offers the result before the last question. */
  soFar?: boolean;
  /** What was chosen in the step; it goes nowhere else. */
  onChoose: (value: string) => void;
  onNext: () => void;
  children: ReactNode;
};

/** Around each step: where one is, and the way on. It stays while the steps in it change. */
export function Frame(props: FrameProps) {
  const { words, done, of, previous, submit, answered, soFar, onChoose, onNext, children } = props;
  const t = useMessages(check);
  return (
    // A form of the method "dialog" outside a dialog cannot be sent by the browser itself.
    <form
      className="answer-main stack-24"
      method="dialog"
      autoComplete="off"
      onChange={(event: FormEvent<HTMLFormElement>) => {
        if (event.target instanceof HTMLInputElement) onChoose(event.target.value);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className="stack-8">
        <output className="block muted" id="check-progress">
          {words}
        </output>
        <ProgressBar value={done} max={of} labelledBy="check-progress" />
      </div>
      {children}
      <ButtonRow ends>
        <a href={previous.href}>{previous.label}</a>
        <Button variant={answered ? 'primary' : 'outlined'} large>
          {submit}
        </Button>
      </ButtonRow>
      <p className="muted">
        {t.keptHere} {soFar && <a href="#result">{t.soFar}</a>}
      </p>
    </form>
  );
}
