import { Field } from '../components/field.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';

/** The days that a document tells of, and its last day. */
export function PeriodFields({
  problems,
  typed,
}: {
  problems: Record<string, string>;
  typed: (name: string) => string;
}) {
  const { evidence: t } = useMessages(answering);
  const day = (name: 'coversFrom' | 'coversTo' | 'validUntil', help?: string) => (
    <Field id={name} label={t[name]} help={help} error={problems[name]}>
      <TextInput name={name} type="date" defaultValue={typed(name)} />
    </Field>
  );
  return (
    <>
      {day('coversFrom', t.coversHelp)}
      {day('coversTo')}
      {day('validUntil', t.validUntilHelp)}
    </>
  );
}
