import { useMessages } from '../language.ts';
import { home } from '../messages/home.ts';
import type { OverlayLine } from '../views/overlay-lines.server.ts';
import { Coded } from './code.tsx';
import { DataTable } from './data-table.tsx';

/** What the chosen overlays ask beside the common requirements, each on its own line. */
export function OverlayLines({
  lines,
  href,
}: {
  lines: readonly OverlayLine[];
  href?: (question: string) => string;
}) {
  const t = useMessages(home);
  return lines.map(({ id, title, printed, requirements }) => (
    <div key={id} className="stack mt-32">
      <h3>{t.overlay(title)}</h3>
      <p className="muted">
        {printed ? t.overlayFigure(printed.lo, printed.hi) : t.noFigure} {t.overlayNote}
      </p>
      <DataTable
        dense
        variant="pairs"
        rows={requirements}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'requirement',
            header: t.requirement,
            cell: ({ code, title: name, question }) => (
              <Coded code={code}>{href ? <a href={href(question)}>{name}</a> : name}</Coded>
            ),
          },
          {
            key: 'level',
            header: t.overlayLevel,
            numeric: true,
            cell: ({ level }) =>
              level === null
                ? '—'
                : level.lo === level.hi
                  ? String(level.lo)
                  : `${level.lo}–${level.hi}`,
          },
          {
            key: 'target',
            header: t.overlayTarget,
            numeric: true,
            cell: ({ target }) => String(target),
          },
        ]}
      />
    </div>
  ));
}
