import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { foundAssociation } from '#db/associations.ts';
import { NoAccess, withNewAssociation } from '#db/tenant.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { requireLevel2 } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { association } from '../messages/association.ts';
import { company } from '../messages/company.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

const form = z.strictObject({
  /** Made with the page, so that a form sent twice founds one. */
  id: z.uuidv4('form'),
  back: z.string().max(500).optional(),
  name: z.string('name-missing').trim().min(1, 'name-missing').max(120, 'name-missing'),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireLevel2(args);
  const back = new URL(args.request.url).searchParams.get('back');
  return { id: randomUUID(), back: back === null ? null : safePath(back, paths.companies) };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireLevel2(args);
  const sent = await parseForm(args.request, form, { person: session.account.accountId });
  if (!sent.ok) return refuse(sent);
  const { id, name, back } = sent.value;
  const { contextDigest, account } = session;
  try {
    await withNewAssociation({ contextDigest, associationId: id }, (tx) =>
      foundAssociation(tx, { name, byName: account.name }),
    );
  } catch (error) {
    // The id is taken: the same form came twice, and the first one founded it.
    if (!(error instanceof NoAccess)) throw error;
  }
  return redirectTo(safePath(back, paths.association(id)));
}

export default function NewAssociation() {
  const { id, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { create: t } = useMessages(association);
  const { problems } = useMessages(company);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" reloadDocument noValidate className="stack-24 max-w-640">
        <PersonField />
        <Refusal {...state} />
        <input type="hidden" name="id" value={typed(refused?.submitted, 'id', id)} />
        {back !== null && <input type="hidden" name="back" value={back} />}
        <Field
          id="name"
          label={t.name}
          help={t.nameHelp}
          error={sentenceFor(state, 'name')}
          required={required}
        >
          <TextInput
            name="name"
            autoComplete="organization"
            maxLength={120}
            defaultValue={typed(refused?.submitted, 'name')}
          />
        </Field>
        <p>
          <Button variant="primary" large>
            {t.submit}
          </Button>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(association, 'create'));
