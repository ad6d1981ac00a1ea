import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Select } from '../components/select.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { EvidenceView } from '../views/answering-evidence.server.ts';

/** A document that another question names, named by this one too. */
export function NotedDocumentForm({
  view: { noted, request },
  problems,
}: {
  view: EvidenceView;
  problems: Record<string, string>;
}) {
  const { evidence: t } = useMessages(answering);
  return (
    <form className="stack-24" method="post">
      <input type="hidden" name="intent" value="use" />
      <PersonField />
      <input type="hidden" name="request" value={request} />
      <Field id="of" label={t.notedLabel} error={problems['of']}>
        <Select name="of" options={[{ value: '', label: t.choose }, ...noted]} />
      </Field>
      <Button>{t.notedSubmit}</Button>
    </form>
  );
}
