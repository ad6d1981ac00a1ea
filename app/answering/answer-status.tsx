import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import { SavedStatus } from '../components/saved-status.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { SaverState } from './saver.ts';
import type { Missing } from './use-answer-form.ts';

/** A save shorter than this needs no words. */
const SLOW_MS = 300;

/** What a person has to know before anything that the form lacks. */
const FIRST = new Set<SaverState['phase']>(['waiting', 'signed-out', 'gone']);

/** What became of the last choice: 保存しました 14:03, or why not yet. */
export function AnswerStatus({
  state,
  missing,
  refused,
  savedAt,
  onSend,
}: {
  state: SaverState;
  missing: Missing;
  refused: boolean;
  savedAt: string | null;
  onSend: () => void;
}) {
  const t = useMessages(answering);
  const isSlow = useSlow(state.phase === 'saving');
  if (missing !== null && !FIRST.has(state.phase)) {
    return (
      <SavedStatus status="waiting">
        {missing === 'reason' ? t.reasonFirst : t.levelFirst}
      </SavedStatus>
    );
  }
  switch (state.phase) {
    case 'saving':
      return <SavedStatus status="idle">{isSlow ? t.saving : undefined}</SavedStatus>;
    case 'saved':
      return <SavedStatus status="saved">{t.saved(state.time)}</SavedStatus>;
    case 'waiting':
      return (
        <div className="btn-row">
          <SavedStatus status="waiting">{t.waiting}</SavedStatus>
          <Button type="button" variant="plain" onClick={onSend}>
            {t.sendNow}
          </Button>
        </div>
      );
    case 'signed-out':
      return (
        <div className="stack-8">
          <SavedStatus status="failed">{t.signedOut}</SavedStatus>
          <p>
            <a href={paths.signIn} target="_blank" rel="noreferrer">
              {t.signInAgain}
            </a>
          </p>
          <Button type="button" onClick={onSend}>
            {t.sendNow}
          </Button>
        </div>
      );
    case 'gone':
      return <SavedStatus status="failed">{t.gone}</SavedStatus>;
    case 'refused':
    case 'stale':
      return <SavedStatus status="failed">{t.notSaved}</SavedStatus>;
    case 'idle':
      if (refused) return <SavedStatus status="failed">{t.notSaved}</SavedStatus>;
      return (
        <SavedStatus status={savedAt === null ? 'idle' : 'saved'}>
          {savedAt === null ? undefined : t.saved(savedAt)}
        </SavedStatus>
      );
  }
}

function useSlow(isBusy: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isBusy]);
  return isSlow;
}
