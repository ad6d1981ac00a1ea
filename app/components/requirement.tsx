import type { ReactNode } from 'react';

export type RequirementProps = {
  /** Also the anchor of the row. */
  code: string;
  title: string;
  /** ObligationTag, BasisTag */
  tags?: ReactNode;
  /** LevelScale */
  level: ReactNode;
  /** 損失 1.1 */
  loss?: ReactNode;
  open?: boolean;
  /** Derivation */
  children: ReactNode;
};

/** A closed row that opens to the derivation of its figures. */
export function Requirement({ code, title, tags, level, loss, open, children }: RequirementProps) {
  return (
    <details className="req" id={code} open={open}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is code and title */}
      <summary>
        <span className="req__line">
          <span className="coded">
            <span className="code">{code}</span>
            <span className="req__title">{title}</span>
          </span>
          <span className="tags">{tags}</span>
          <span>{level}</span>
          <span className="req__loss">{loss}</span>
        </span>
      </summary>
      {children}
    </details>
  );
}
