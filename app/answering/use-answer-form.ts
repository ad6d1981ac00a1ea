import { useRef, useState, type FormEvent } from 'react';
import type { Given } from './outcome.ts';
import type { Saver } from './saver.ts';

/** A pause in writing after which the text is saved. */
const PAUSE_MS = 800;

/** Why what stands in the form is not yet an answer; null where it is one. */
export type Missing = 'level' | 'reason' | null;

/** Turns what happens in the form into what the saver is to save. */
export function useAnswerForm(saver: Saver) {
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const composing = useRef(false);
  const resubmitted = useRef(false);
  const [missing, setMissing] = useState<Missing>(null);
  const [isPaused, setPaused] = useState(false);

  function save(form: HTMLFormElement) {
    clearTimeout(pause.current);
    pause.current = undefined;
    setPaused(false);
    const given = givenIn(form);
    const lacks = missingIn(given);
    setMissing(lacks);
    if (lacks === null) saver.want(given);
  }

  return {
    missing,
    /** Something stands in the form that was not handed to the saver. */
    isTyped: missing !== null || isPaused,
    handlers: {
      onChange(event: FormEvent<HTMLFormElement>) {
        const form = event.currentTarget;
        const { target } = event;
        if (target instanceof HTMLInputElement && target.type === 'radio') return save(form);
        if (!(target instanceof HTMLTextAreaElement)) return;
        clearTimeout(pause.current);
        setPaused(true);
        // During a conversion the text is not yet what the person means.
        if (!composing.current) pause.current = setTimeout(() => save(form), PAUSE_MS);
      },
      onCompositionStart() {
        composing.current = true;
        clearTimeout(pause.current);
      },
      onCompositionEnd(event: FormEvent<HTMLFormElement>) {
        composing.current = false;
        const form = event.currentTarget;
        pause.current = setTimeout(() => save(form), PAUSE_MS);
      },
      onBlur(event: FormEvent<HTMLFormElement>) {
        if (pause.current !== undefined) save(event.currentTarget);
      },
      /** A form is posted when nothing is under way, so that it follows the newest version. */
      onSubmit(event: FormEvent<HTMLFormElement>) {
        if (pause.current !== undefined) save(event.currentTarget);
        if (!saver.isUnsent() || resubmitted.current) {
          resubmitted.current = false;
          follow(event.currentTarget, saver.version());
          return;
        }
        event.preventDefault();
        const form = event.currentTarget;
        const { nativeEvent } = event;
        const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
        saver.retry();
        void saver.settled().then(({ phase }) => {
          if (phase !== 'saved' && phase !== 'idle') return;
          resubmitted.current = true;
          form.requestSubmit(submitter);
        });
      },
    },
  };
}

/** The field may not be drawn anew yet, and a form with the base before is a conflict with oneself. */
function follow(form: HTMLFormElement, version: number) {
  const base = form.elements.namedItem('base');
  if (base instanceof HTMLInputElement) base.value = String(version);
}

function givenIn(form: HTMLFormElement): Given {
  const fields = new FormData(form);
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { level: text('level'), reason: text('reason'), note: text('note') };
}

function missingIn({ level, reason }: Given): Missing {
  if (level === '') return 'level';
  return level === 'na' && reason.trim() === '' ? 'reason' : null;
}
