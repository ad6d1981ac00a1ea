import { keepConversion } from './keep-conversion.ts';
import type { Submitted } from '../forms.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Field } from '../components/field.tsx';
import { FieldErrorText } from '../components/field-error-text.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Select } from '../components/select.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { common } from '../messages/common.ts';
import type { EvidenceView } from '../views/answering-evidence.server.ts';
import { PeriodFields } from './period-fields.tsx';
import { FileHash } from './file-hash.tsx';

/** The form of one reference; all that was typed stands in it again after a refusal. */
export function EvidenceForm({
  view,
  back,
  problems,
  submitted,
}: {
  view: EvidenceView;
  /** The question's page. */
  back: string;
  problems: Record<string, string>;
  submitted: Submitted;
}) {
  const { evidence: t } = useMessages(answering);
  const { required } = useMessages(common);
  const typed = (name: string, otherwise = '') => submitted[name]?.[0] ?? otherwise;
  const titles = view.titles.map((label, at) => ({ value: String(at), label }));
  const choose = { value: '', label: t.choose };
  const other = view.takesOwnWords ? [{ value: 'other', label: t.other }] : [];
  return (
    <form className="stack-24" method="post">
      <input type="hidden" name="intent" value="add" />
      <PersonField />
      <input type="hidden" name="request" value={view.request} />
      {problems['form'] && <FieldErrorText id="form">{problems['form']}</FieldErrorText>}
      <Field
        id="title"
        label={t.document}
        help={t.titleHelp}
        required={required}
        error={problems['title']}
      >
        <Select
          name="title"
          options={[choose, ...titles, ...other]}
          defaultValue={typed('title')}
        />
      </Field>
      {view.takesOwnWords && (
        <>
          <Field id="other" label={t.otherLabel} help={t.otherHelp} error={problems['other']}>
            <TextGuard id="other">
              <TextInput
                name="other"
                maxLength={80}
                defaultValue={typed('other')}
                onKeyDown={keepConversion}
              />
            </TextGuard>
          </Field>
          <Field
            id="version"
            label={t.versionLabel}
            help={t.versionHelp}
            error={problems['version']}
          >
            <TextGuard id="version">
              <TextInput
                name="version"
                maxLength={80}
                defaultValue={typed('version')}
                onKeyDown={keepConversion}
              />
            </TextGuard>
          </Field>
        </>
      )}
      <Field id="dated" label={t.date} error={problems['dated']}>
        <TextInput name="dated" type="date" defaultValue={typed('dated')} />
      </Field>
      {view.takesOwnWords && <PeriodFields problems={problems} typed={typed} />}
      <Field id="owner" label={t.owner} required={required} error={problems['owner']}>
        <Select
          name="owner"
          options={[choose, ...view.roles]}
          defaultValue={typed('owner', view.ask)}
        />
      </Field>
      <Field id="location" label={t.location} required={required} error={problems['location']}>
        <Select
          name="location"
          options={[choose, ...view.locations]}
          defaultValue={typed('location')}
        />
      </Field>
      <Field id="sha256" label={t.hash} help={t.hashHelp} error={problems['sha256']}>
        <TextInput
          name="sha256"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          defaultValue={typed('sha256')}
        />
      </Field>
      <FileHash into="sha256" />
      <ButtonRow>
        <Button variant="primary">{t.submit}</Button>
        <LinkButton href={back} variant="plain">
          {t.back}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
