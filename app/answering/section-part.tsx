import type { ReactNode } from 'react';
import { Code } from '../components/code.tsx';
import { ObligationTag } from '../components/obligation-tag.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { PartView } from '../views/answering-part.server.ts';

/** One question among those of its domain, with the way to its own page. */
export function SectionPart({
  org,
  assessment,
  part,
  children,
}: {
  org: string;
  assessment: string;
  part: PartView;
  children: ReactNode;
}) {
  const t = useMessages(answering);
  return (
    <div className="stack">
      <div className="tags">
        <Code>{part.code}</Code>
        <ObligationTag obligation={part.obligation}>{t.obligations[part.obligation]}</ObligationTag>
        {part.references > 0 && <span className="muted">{t.evidence.count(part.references)}</span>}
        {part.shown !== true && <a href={paths.profile(org)}>{t.toProfile}</a>}
        <a href={paths.question(org, assessment, part.id)}>
          {t.oneByOne}
          <span className="visually-hidden"> {part.code}</span>
        </a>
      </div>
      {children}
    </div>
  );
}
