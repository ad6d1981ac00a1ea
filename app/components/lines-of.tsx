import { Fragment } from 'react';

/** A paragraph of plain text that keeps its line ends; never HTML. */
export function LinesOf({ lines }: { lines: readonly string[] }) {
  return (
    <p>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}
