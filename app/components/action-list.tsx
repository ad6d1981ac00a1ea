import { useLanguage, useMessages } from '../language.ts';
import { actions as texts } from '../messages/actions.ts';
import { answering } from '../messages/answering.ts';
import { wideSpace } from '../print.ts';
import type { FullActionRow } from '../views/actions.server.ts';
import { Definition } from './definition.tsx';
import { Requirement } from './requirement.tsx';

type Named = { id: string; title: string };

export type ActionListProps = {
  rows: ReadonlyArray<FullActionRow>;
  /** The id of the row that stands open. */
  open: string | null;
  gapHref: (id: string) => string;
};

/** Actions in order; each opens to what to do, what comes before it and what it leaves. */
export function ActionList({ rows, open, gapHref }: ActionListProps) {
  const t = useMessages(texts);
  return (
    <div>
      {rows.map((row) => (
        <Requirement
          key={row.id}
          code={row.id}
          title={row.title}
          open={row.id === open}
          tags={row.noRegret && <span className="tag">{t.noRegret}</span>}
          level={row.cost}
          loss={
            <>
              {t.days(row.days)}
              <br />
              {t.weeks(row.weeks)}
            </>
          }
        >
          <ActionDetail row={row} gapHref={gapHref} />
        </Requirement>
      ))}
    </div>
  );
}

function ActionDetail({ row, gapHref }: { row: FullActionRow } & Pick<ActionListProps, 'gapHref'>) {
  const t = useMessages(texts);
  const { roles } = useMessages(answering);
  const space = wideSpace(useLanguage());
  const link = ({ id, title }: Named) => (
    <a href={gapHref(id)}>
      {id} {title}
    </a>
  );
  return (
    <div className="derivation">
      <section className="stack">
        <p>{row.what}</p>
        <Definition
          items={[
            { term: t.owner, value: roles[row.owner] },
            { term: t.days1, value: t.days(row.days) },
            { term: t.weeks1, value: t.weeks(row.weeks) },
            { term: t.cost1, value: row.cost },
            {
              term: t.raises,
              value: (
                <ul>
                  {row.reaches.map((raised) => (
                    <li key={raised.id}>
                      {`${raised.id} ${raised.title}${space}${t.raise(raised.level)}`}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              term: t.after,
              value:
                row.after.length === 0 ? (
                  t.nothingBefore
                ) : (
                  <ul>
                    {row.after.map(({ id, title }) => (
                      <li key={id}>
                        <a href={`#${id}`}>
                          {id} {title}
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
            { term: t.evidence, value: row.evidence },
            {
              term: t.because,
              value: (
                <ul>
                  {row.because.map((one) => (
                    <li key={one.id}>{link(one)}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </section>
    </div>
  );
}
