import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';
import type { CheckPage } from '../views/check.server.ts';

/** How to read the marks by hand: the same rules as the engine's, in sentences. */
export function PaperCount({ page: { explains, gate } }: { page: CheckPage }) {
  const { sheet } = useMessages(check);
  const [look, read, ...conclude] = sheet.how;
  const toExplain = explains.length > 0 ? [sheet.explains(explains.join(sheet.separator))] : [];
  const rules = [look, read, ...toExplain, ...conclude];
  return (
    <div className="check-paper__count stack">
      <h3>{sheet.howTitle}</h3>
      <ol className="check-paper__rules">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <ul className="check-paper__boxes">
        {sheet.boxes.map((label) => (
          <li key={label}>
            {label}
            <span className="check-paper__blank" aria-hidden="true">
              {sheet.unit}
            </span>
          </li>
        ))}
      </ul>
      <p>{sheet.partial(gate.counted, gate.notAsked)}</p>
      <h3>{sheet.afterTitle}</h3>
      <ul className="bullets">
        {sheet.after.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
