import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { sentenceFor, type RefusalProps } from '../components/refusal.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { typed, type Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { campaign as texts } from '../messages/campaign.ts';
import { common } from '../messages/common.ts';

const PERMISSIONS = ['terms', 'asked', 'given'] as const;
const MESSAGE_MAX = 1000;

type WriteFormProps = {
  was: Submitted | undefined;
  state: RefusalProps;
  /** Its preview stands above it, with a button of its own. */
  isAgain: boolean;
};

/** Everything that a campaign is made of; it leads to the preview and sends nothing. */
export function WriteForm({ was, state, isAgain }: WriteFormProps) {
  const t = useMessages(texts);
  const { required } = useMessages(common);
  const field = (name: string) => ({ id: name, error: sentenceFor(state, name), required });
  return (
    <Form method="post" reloadDocument noValidate className="stack-24 max-w-640 no-print">
      <PersonField />
      <input type="hidden" name="intent" value="preview" />
      <Field {...field('addresses')} label={t.addresses} help={t.addressesHelp}>
        <TextArea
          name="addresses"
          rows={8}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed(was, 'addresses')}
        />
      </Field>
      <Field {...field('message')} label={t.message} help={t.messageHelp}>
        <TextGuard
          id="message"
          most={MESSAGE_MAX}
          isSaid={sentenceFor(state, 'message') !== undefined}
        >
          <TextArea
            name="message"
            rows={8}
            maxLength={MESSAGE_MAX}
            defaultValue={typed(was, 'message')}
          />
        </TextGuard>
      </Field>
      <Field {...field('senderName')} label={t.senderName} help={t.senderNameHelp}>
        <TextInput name="senderName" maxLength={80} defaultValue={typed(was, 'senderName')} />
      </Field>
      <Field {...field('senderAddress')} label={t.senderAddress} help={t.senderAddressHelp}>
        <TextInput
          name="senderAddress"
          maxLength={200}
          defaultValue={typed(was, 'senderAddress')}
        />
      </Field>
      <Field {...field('permission')} label={t.permission}>
        <Select
          name="permission"
          defaultValue={typed(was, 'permission')}
          options={[
            { value: '', label: t.choose },
            ...PERMISSIONS.map((value) => ({ value, label: t.permissions[value] })),
          ]}
        />
      </Field>
      <Field {...field('since')} label={t.since} help={t.sinceHelp}>
        <TextInput name="since" type="date" defaultValue={typed(was, 'since')} />
      </Field>
      <p>
        <Button variant={isAgain ? 'outlined' : 'primary'}>{t.preview}</Button>
      </p>
    </Form>
  );
}
