import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Definition } from '../components/definition.tsx';
import { Note } from '../components/note.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Section } from '../components/section.tsx';
import { typed, type Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { contribution as texts } from '../messages/contribution.ts';
import type { LeavingLine } from '../views/contribution.server.ts';

export type PreviewProps = {
  lines: readonly LeavingLine[];
  /** Of what the lines say: what is sent must be the same. */
  fingerprint: string;
  sent: Submitted;
};

const FIELDS = ['industry', 'region', 'size', 'number', 'parent'] as const;

/** Exactly what would leave, and the act that lets it. */
export function Preview({ lines, fingerprint, sent }: PreviewProps) {
  const t = useMessages(texts);
  return (
    <Section id="preview" title={t.previewTitle}>
      <Note tone="action" role="status">
        {t.previewLead}
      </Note>
      <Definition
        lines
        items={lines.map(({ term, value, code, note }) => ({
          term,
          value: (
            <>
              {code === undefined ? value : <code>{code}</code>}
              {note !== '' && <p className="muted">{note}</p>}
            </>
          ),
        }))}
      />
      <Form method="post" reloadDocument noValidate className="no-print">
        <PersonField />
        <input type="hidden" name="intent" value="contribute" />
        <input type="hidden" name="expected" value={fingerprint} />
        {FIELDS.map((name) => (
          <input key={name} type="hidden" name={name} value={typed(sent, name)} />
        ))}
        <Button variant="primary">{t.contribute}</Button>
      </Form>
    </Section>
  );
}
