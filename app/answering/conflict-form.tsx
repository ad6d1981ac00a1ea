import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { Compare } from '../components/compare.tsx';
import { Note } from '../components/note.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { AnswerWords, Conflict } from './outcome.ts';

/** Two answers to one question: the person chooses, and mine follows theirs in the record. */
export function ConflictForm({
  conflict,
  action,
  person,
  request,
  among,
  question,
  error,
}: {
  conflict: Conflict;
  action: string;
  person: string;
  request: string;
  among?: boolean | undefined;
  question: string;
  /** It came back without a choice. */
  error?: string | undefined;
}) {
  const t = useMessages(answering);
  const { name, time, version, theirs, mine, given } = conflict;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const Heading = among ? 'h2' : 'h1';
  return (
    <form className="stack-24" action={action} method="post">
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="base" value={version} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={person} />
      {given.level !== '' && <input type="hidden" name="level" value={given.level} />}
      <input type="hidden" name="reason" value={given.reason} />
      <input type="hidden" name="note" value={given.note} />
      {among && <input type="hidden" name="return" value="section" />}
      <Heading className={among ? 'question question--part' : 'question'}>{question}</Heading>
      <div role="alert" tabIndex={-1} ref={box}>
        <Note tone="open" title={t.conflict.title(name, time)}>
          <p>{t.conflict.lead}</p>
        </Note>
      </div>
      <Compare
        name="choice"
        legend={t.conflict.submit}
        error={error}
        options={[
          { value: 'theirs', label: t.conflict.theirs(name), children: <Words of={theirs} /> },
          { value: 'mine', label: t.conflict.mine, children: <Words of={mine} /> },
        ]}
      />
      <p>
        <Button variant="primary">{t.conflict.submit}</Button>
      </p>
    </form>
  );
}

function Words({ of: { title, text, note } }: { of: AnswerWords }) {
  const t = useMessages(answering);
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      {text && <p>{text}</p>}
      {note && (
        <p className="muted">
          {t.noteWord}
          {note}
        </p>
      )}
    </>
  );
}
