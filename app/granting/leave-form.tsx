import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { people } from '../messages/people.ts';

/** One's own going. */
export function LeaveForm() {
  const t = useMessages(people);
  return (
    <Form method="post" reloadDocument noValidate className="stack no-print">
      <PersonField />
      <input type="hidden" name="intent" value="leave" />
      <p>{t.leaveText}</p>
      <Button>{t.leave}</Button>
    </Form>
  );
}
