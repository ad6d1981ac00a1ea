import { Form } from '@remix-run/react';
import { Button, LinkButton } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Select } from '../components/select.tsx';
import type { Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { invitation as texts } from '../messages/invitation.ts';
import { people } from '../messages/people.ts';
import { paths } from '../paths.ts';
import type { Offer } from './invitation-offer.tsx';
import { TermsFields } from './terms-fields.tsx';

export type AcceptFormProps = {
  kind: Offer['kind'];
  /** The address of the invitation, to come back to. */
  path: string;
  /** The organisations that can take it; null where none is needed. */
  targets: readonly { value: string; label: string }[] | null;
  questionnaires: readonly { id: string; title: string }[];
  refused: Refused | undefined;
};

/** One decision: which of one's organisations takes it, and for a client on what terms. */
export function AcceptForm({ kind, path, targets, questionnaires, refused }: AcceptFormProps) {
  const t = useMessages(texts);
  const { problems } = useMessages(people);
  const state = { refused, sentences: { ...problems, ...t.problems } };
  if (targets?.length === 0) {
    const founding = `${paths.newConsultancy}?${new URLSearchParams({ back: path }).toString()}`;
    return kind === 'engagement' ? (
      <>
        <p>{t.noConsultancy}</p>
        <LinkButton variant="primary" href={founding}>
          {t.found}
        </LinkButton>
      </>
    ) : (
      <>
        <p>{t.noCompany}</p>
        <LinkButton variant="primary" href={paths.newCompany}>
          {t.foundCompany}
        </LinkButton>
      </>
    );
  }
  const label =
    kind === 'engagement' ? t.consultancy : kind === 'client' ? t.clientCompany : t.company;
  return (
    <Form method="post" reloadDocument noValidate className="stack-24">
      <PersonField />
      <Refusal {...state} />
      <input type="hidden" name="intent" value={kind === 'client' ? 'grant' : 'accept'} />
      {targets && (
        <Field id="target" label={label} error={sentenceFor(state, 'target')}>
          <Select
            name="target"
            defaultValue={refused?.submitted['target']?.[0] ?? targets[0]?.value}
            options={targets}
          />
        </Field>
      )}
      {kind === 'client' && (
        <TermsFields
          questionnaires={questionnaires}
          submitted={refused?.submitted}
          errors={(field) => sentenceFor(state, field)}
        />
      )}
      <p>
        <Button variant="primary" large>
          {t.accept}
        </Button>
      </p>
    </Form>
  );
}
