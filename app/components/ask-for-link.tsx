import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { typed, type Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Note } from './note.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type AskForLinkProps = {
  answer: { ok: true } | Refused | undefined;
  /** `sent` says what is on its way. */
  texts: { title: string; lead: string; submit: string; sent: string };
  /** Stands below the button. */
  children?: ReactNode;
};

/** Asks for an address, then says that a message is on its way: the same for every address. */
export function AskForLink({ answer, texts, children }: AskForLinkProps) {
  const t = useMessages(signIn);
  const { required } = useMessages(common);
  if (answer?.ok) {
    return (
      <Page>
        <PageHead title={t.sentTitle} />
        <Note tone="ok" role="status">
          <p>{texts.sent}</p>
        </Note>
        <p className="mt-16">{t.sentHelp}</p>
      </Page>
    );
  }
  const state = { refused: answer, sentences: t.problems };
  return (
    <Page>
      <PageHead title={texts.title} lead={texts.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={t.refusedTitle} />
        <Field id="email" label={t.email} error={sentenceFor(state, 'email')} required={required}>
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={typed(answer?.submitted, 'email')}
          />
        </Field>
        <p>
          <Button variant="primary" large>
            {texts.submit}
          </Button>
        </p>
        {children}
      </Form>
    </Page>
  );
}
