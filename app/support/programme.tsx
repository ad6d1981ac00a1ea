import { Definition } from '../components/definition.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { support as texts } from '../messages/support.ts';
import { listText } from '../print.ts';
import type { SupportView } from '../views/support.server.ts';

export type ProgrammeRow = SupportView['programmes'][number];

/** One programme: a possibility with its reasons, its dates and where it was read. */
export function Programme({ programme }: { programme: ProgrammeRow }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { id, name, body, mode, verdict, modifiers, actions } = programme;
  return (
    <article className="programme" id={id} aria-labelledby={`h-${id}`}>
      <div className="programme__head">
        <div>
          <h3 id={`h-${id}`}>{name}</h3>
          <p className="muted">
            {listText([body, mode === null ? '' : t.modes[mode]].filter(Boolean), language)}
          </p>
        </div>
        <div className="stack-8">
          <p className="programme__verdict">{t.verdicts[verdict]}</p>
          <p className="tags">
            {modifiers.map((modifier) => (
              <span
                key={modifier}
                className={modifier === 'UNVERIFIED' ? 'tag tag--unverified' : 'tag'}
              >
                {t.modifiers[modifier]}
              </span>
            ))}
          </p>
        </div>
      </div>
      <div className="programme__body">
        <div className="stack">
          {actions.length > 0 && (
            <div>
              <h4>{t.actionsOf}</h4>
              <p>
                {listText(
                  actions.map((one) => `${one.id} ${one.title}`),
                  language,
                )}
              </p>
            </div>
          )}
          <Missing programme={programme} />
          <Prepare programme={programme} />
          <Disclosure summary={t.why}>
            <Reasons programme={programme} />
          </Disclosure>
        </div>
        <Figures programme={programme} />
      </div>
    </article>
  );
}

function Missing({ programme: { missing } }: { programme: ProgrammeRow }) {
  const t = useMessages(texts);
  const known = missing.filter(({ title }) => title !== null);
  if (known.length === 0) return null;
  return (
    <div>
      <h4>{t.missing}</h4>
      <ul className="bullets">
        {known.map(({ fact, title }) => (
          <li key={fact}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

function Prepare({ programme: { prepare } }: { programme: ProgrammeRow }) {
  const t = useMessages(texts);
  if (prepare.length === 0) return null;
  return (
    <div>
      <h4>{t.prepare}</h4>
      <ul className="bullets">
        {prepare.map(({ what, days }) => (
          <li key={what}>
            {what} <span className="muted">{t.days(days)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figures({ programme }: { programme: ProgrammeRow }) {
  const t = useMessages(texts);
  const { upToYen, range, rate, cashFirst, weeksToCash, deadline, link, actions } = programme;
  const items = [
    { term: t.range, value: upToYen > 0 ? range : t.noRange },
    ...(rate === '' ? [] : [{ term: t.rate, value: rate }]),
    ...(actions.length === 0 ? [] : [{ term: t.cashFirst, value: cashFirst }]),
    ...(weeksToCash === null ? [] : [{ term: t.cash, value: t.weeks(weeksToCash) }]),
  ];
  return (
    <div className="stack">
      <Definition lines items={items} />
      {deadline && (
        <div className="countdown">
          <p>
            {deadline.what} <b>{t.daysLeft(deadline.daysLeft)}</b>
          </p>
          <p>{deadline.on}</p>
        </div>
      )}
      {link !== null && (
        <p className="source">
          <a href={link} rel="noreferrer">
            {t.link}
          </a>
        </p>
      )}
    </div>
  );
}

function Reasons({ programme: { reasons } }: { programme: ProgrammeRow }) {
  const t = useMessages(texts);
  return (
    <ul className="bullets">
      {reasons.map(({ atom, text, source, verifiedOn }, at) => (
        <li key={`${atom} ${at}`}>
          {text}{' '}
          {source && (
            <span className="source">
              {source.url === null ? (
                source.title
              ) : (
                <a href={source.url} rel="noreferrer">
                  {source.title}
                </a>
              )}{' '}
              <span className="tag tag--unverified">
                {verifiedOn === null ? t.notVerified : t.verifiedOn(verifiedOn)}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
