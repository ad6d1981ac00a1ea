import { Fragment } from 'react';
import { Code } from '../components/code.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckQuestion } from '../views/check.server.ts';
import { PaperLine } from './paper-line.tsx';

export function PaperQuestion({ question }: { question: CheckQuestion }) {
  const t = useMessages(check);
  const { roles } = useMessages(answering);
  const { requirement, text, levels, target, ask } = question;
  return (
    <fieldset className="check-paper__question">
      <legend className="check-paper__text">
        <Code>{requirement}</Code> {text}
      </legend>
      {levels.map((words, level) => (
        <Fragment key={words}>
          {level === target && <p className="check-paper__target">{t.sheet.target}</p>}
          <PaperLine
            name={requirement}
            label={
              <>
                <b>{level}</b> {words}
              </>
            }
          />
        </Fragment>
      ))}
      <PaperLine
        name={requirement}
        label={
          <>
            <b>{t.unknown.label}</b> <span className="muted">{t.result.ask(roles[ask])}</span>
          </>
        }
      />
    </fieldset>
  );
}
