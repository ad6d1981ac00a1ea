import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { contribution as texts } from '../messages/contribution.ts';

export function WithdrawForm() {
  const t = useMessages(texts);
  return (
    <Form method="post" reloadDocument noValidate className="no-print">
      <PersonField />
      <input type="hidden" name="intent" value="withdraw" />
      <Button>{t.withdrawButton}</Button>
    </Form>
  );
}
