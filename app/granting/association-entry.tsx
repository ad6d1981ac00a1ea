import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Definition } from '../components/definition.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { sharing } from '../messages/sharing.ts';
import { paths } from '../paths.ts';
import type { associationsView } from '../views/sharing.server.ts';

export type AssociationEntryProps = {
  org: string;
  association: ReturnType<typeof associationsView>[number];
  company: string;
  mayChange: boolean;
};

/** What one association knows of the company, and the way out. */
export function AssociationEntry({ org, association, company, mayChange }: AssociationEntryProps) {
  const { id, name, joined, joinedBy, takesPart } = association;
  const t = useMessages(sharing);
  return (
    <article className="stack" aria-labelledby={`a-${id}`}>
      <h3 id={`a-${id}`}>{name}</h3>
      <Definition
        lines
        items={[
          { term: t.associationSees, value: t.associationSeesText(company, joined) },
          { term: t.joinedBy, value: joinedBy },
          {
            term: t.figures,
            value: (
              <>
                {takesPart ? t.takesPart : t.takesNoPart}{' '}
                <a href={paths.contribution(org, id)}>{t.toContribution(name)}</a>
              </>
            ),
          },
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
