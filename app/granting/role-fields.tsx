import { CheckBoxes } from '../components/check-boxes.tsx';
import { Field } from '../components/field.tsx';
import { Select } from '../components/select.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { people } from '../messages/people.ts';
import { withColon } from '../print.ts';

export type Section = { id: string; title: string };
export type RoleName = 'owner' | 'preparer' | 'respondent' | 'declarer' | 'viewer' | 'member';

export type RoleFieldsProps = {
  /** Made part of the ids, where several forms stand on a page. */
  suffix?: string;
  roles: readonly RoleName[];
  role: string;
  /** The sections to choose from; absent where there is no respondent. */
  sections?: readonly Section[] | undefined;
  chosen?: string;
  errors?: { role?: string | undefined; sections?: string | undefined };
};

/** A role with what it does, and the sections of a respondent. */
export function RoleFields(props: RoleFieldsProps) {
  const { suffix = '', roles, role, sections, chosen = '', errors } = props;
  const t = useMessages(people);
  const language = useLanguage();
  return (
    <>
      <Field id={`role${suffix}`} label={t.role} error={errors?.role}>
        <Select
          name="role"
          defaultValue={role}
          options={roles.map((value) => ({
            value,
            label: withColon(t.roles[value], t.does[value], language),
          }))}
        />
      </Field>
      {sections && (
        <CheckBoxes
          id={`sections${suffix}`}
          name="sections"
          legend={t.sections}
          help={t.sectionsHelp}
          error={errors?.sections}
          options={sections.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          chosen={Array.from(chosen)}
        />
      )}
    </>
  );
}
