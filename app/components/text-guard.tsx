import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useLanguage } from '../language.ts';
import { FieldErrorText } from './field-error-text.tsx';

/** A pause in writing after which the text is looked at. */
const PAUSE_MS = 400;

export type TextGuardProps = {
  id: string;
  /** The server has refused it already, and its sentence stands at the field. */
  isSaid?: boolean;
  /** Characters, where the field takes more than most do. */
  most?: number;
  /** A TextInput or TextArea. */
  children: ReactNode;
};

/** Fetched when a person first enters a field: most visits never write a word. */
const load = () => import('../refused-text.ts');

/**
 * Around a text field: says while one writes why a text will not be taken. Only a help; the server
 * looks at the text with the same function and refuses it without this, too.
 */
export function TextGuard({ id, isSaid = false, most, children }: TextGuardProps) {
  const language = useLanguage();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => () => clearTimeout(pause.current), []);

  function look(event: FormEvent<HTMLElement>) {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      // Without the file there is no hint; the server still refuses.
      load().then(
        ({ refusedText }) => setRefusal(refusedText(target.value, language, most)),
        () => setRefusal(null),
      );
    }, PAUSE_MS);
  }

  return (
    <div onFocus={() => void load().catch(() => null)} onInput={look}>
      {children}
      <div aria-live="polite">
        {refusal !== null && !isSaid && (
          <FieldErrorText id={`${id}-hint`}>{refusal}</FieldErrorText>
        )}
      </div>
    </div>
  );
}
