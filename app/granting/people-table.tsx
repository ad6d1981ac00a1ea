import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { people as texts } from '../messages/people.ts';
import { dateText, withBrackets } from '../print.ts';
import { RoleFields, type RoleName, type Section } from './role-fields.tsx';

export type Person = {
  accountId: string;
  name: string;
  email: string | null;
  role: RoleName;
  sections?: string | null;
  since: string;
};

export type PeopleTableProps = {
  people: readonly Person[];
  me: string;
  /** Owners change roles and put people out. */
  mayChange: boolean;
  roles: readonly RoleName[];
  sections?: readonly Section[];
};

/** The people of an organisation; for owners each row opens to what can be changed. */
export function PeopleTable({ people, me, mayChange, roles, sections }: PeopleTableProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  const columns = [
    {
      key: 'name',
      header: t.name,
      cell: (one: Person) => (
        <>
          {one.name}
          {one.accountId === me && t.you}
        </>
      ),
    },
    ...(mayChange
      ? [{ key: 'email', header: t.email, cell: (one: Person) => one.email ?? '' }]
      : []),
    {
      key: 'role',
      header: t.role,
      cell: (one: Person) => (
        <>
          {one.sections
            ? withBrackets(t.roles[one.role], t.part(one.sections), language)
            : t.roles[one.role]}
        </>
      ),
    },
    { key: 'since', header: t.since, cell: (one: Person) => dateText(one.since, language) },
    ...(mayChange
      ? [
          {
            key: 'change',
            header: t.change,
            wide: true,
            screenOnly: true,
            cell: (one: Person) => <Change person={one} roles={roles} sections={sections} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      columns={columns}
      rows={people}
      rowKey={({ accountId }) => accountId}
      variant="stack"
    />
  );
}

function Change(props: {
  person: Person;
  roles: readonly RoleName[];
  sections: readonly Section[] | undefined;
}) {
  const { person, roles, sections } = props;
  const t = useMessages(texts);
  return (
    <Disclosure
      summary={
        <span>
          {t.change} <span className="visually-hidden">{t.changeFor(person.name)}</span>
        </span>
      }
    >
      <Form method="post" reloadDocument noValidate className="stack">
        <PersonField />
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="account" value={person.accountId} />
        <RoleFields
          suffix={`-${person.accountId}`}
          roles={roles}
          role={person.role}
          sections={sections}
          chosen={person.sections ?? ''}
        />
        <Button>{t.save}</Button>
      </Form>
      <Form method="post" reloadDocument noValidate className="mt-16">
        <PersonField />
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="account" value={person.accountId} />
        <Button>{t.putOutFor(person.name)}</Button>
      </Form>
    </Disclosure>
  );
}
