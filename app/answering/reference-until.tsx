import { Mark } from '../components/mark.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { ReferenceView } from '../views/evidence-references.server.ts';

/** The last day of a document, and in words whether it is near or past. */
export function ReferenceUntil({
  reference: { until, validity },
}: {
  reference: Pick<ReferenceView, 'until' | 'validity'>;
}) {
  const { evidence: t } = useMessages(answering);
  if (until === null) return null;
  return (
    <span>
      {validity !== 'current' && <Mark name="warning" />} {until}
      {validity !== 'current' && <strong> {t.validity[validity]}</strong>}
    </span>
  );
}
