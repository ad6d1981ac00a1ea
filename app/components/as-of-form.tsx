import { useMessages } from '../language.ts';
import { asOf as texts } from '../messages/as-of.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { TextInput } from './text-input.tsx';

export type AsOfFormProps = {
  typed: string;
  problem: 'not-a-day' | 'not-yet' | 'not-started' | 'signed' | null;
};

/** Asks for the day at whose end a page shows things; a plain GET, so that the day stands in the address. */
export function AsOfForm({ typed, problem }: AsOfFormProps) {
  const t = useMessages(texts);
  return (
    <form method="get" className="dated" key={typed}>
      <Field
        id="asOf"
        label={t.label}
        help={t.help}
        error={problem === null ? undefined : t.problems[problem]}
      >
        <TextInput name="asOf" type="date" defaultValue={typed} />
      </Field>
      <Button>{t.submit}</Button>
      {typed !== '' && <a href="?">{t.now}</a>}
    </form>
  );
}
