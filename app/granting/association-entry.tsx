import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Definition } from '../components/definition.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { sharing } from '../messages/sharing.ts';
import type { associationsView } from '../views/sharing.server.ts';

export type AssociationEntryProps = {
  association: ReturnType<typeof associationsView>[number];
  company: string;
  mayChange: boolean;
};

/** What one association knows of the company, and the way out. */
export function AssociationEntry({ association, company, mayChange }: AssociationEntryProps) {
  const { id, name, joined, joinedBy } = association;
  const t = useMessages(sharing);
  return (
    <article className="stack" aria-labelledby={`a-${id}`}>
      <h3 id={`a-${id}`}>{name}</h3>
      <Definition
        lines
        items={[
          { term: t.associationSees, value: t.associationSeesText(company, joined) },
          { term: t.joinedBy, value: joinedBy },
        ]}
      />
      {mayChange && (
        <Form method="post" reloadDocument noValidate>
          <PersonField />
          <input type="hidden" name="intent" value="leave-association" />
          <input type="hidden" name="association" value={id} />
          <Button>{t.leaveFor(name)}</Button>
        </Form>
      )}
    </article>
  );
}
