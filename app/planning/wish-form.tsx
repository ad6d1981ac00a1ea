import { Form, useNavigate, useNavigation } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { CheckBoxes } from '../components/check-boxes.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { RadioCards } from '../components/radio-cards.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { plan as texts } from '../messages/plan.ts';
import type { WishFields } from './wish-fields.server.ts';

const GOALS = ['ready-soonest', 'cheapest-ready', 'best-within'] as const;

type Choice = { value: string; label: string };

type WishFormProps = {
  fields: WishFields;
  choices: Record<'leave' | 'assume' | 'wait', Choice[]>;
  problems: Partial<Record<keyof WishFields, string>>;
};

/** The conditions of a plan. It is sent as an address: nothing is saved, and the way back leads to them. */
export function WishForm({ fields, choices, problems }: WishFormProps) {
  const t = useMessages(texts);
  const sentence = (name: keyof WishFields) => t.problems[problems[name] ?? ''];
  const isNarrowed = fields.leave.length + fields.assume.length + fields.wait.length > 0;
  return (
    <Form method="get" noValidate className="stack-24">
      <RadioCards
        id="goal"
        name="goal"
        legend={t.goal}
        error={sentence('goal')}
        options={GOALS.map((goal) => ({
          value: goal,
          label: t.goals[goal],
          text: t.goalTexts[goal],
        }))}
        defaultValue={fields.goal}
        columns={3}
      />
      <div className="field-row">
        <Field id="budget" label={t.budget} help={t.budgetHelp} error={sentence('budget')}>
          <TextInput name="budget" inputMode="numeric" defaultValue={fields.budget} />
        </Field>
        <Field id="by" label={t.by} help={t.byHelp} error={sentence('by')}>
          <TextInput name="by" type="date" defaultValue={fields.by} />
        </Field>
        <Field id="capacity" label={t.capacity} help={t.capacityHelp} error={sentence('capacity')}>
          <TextInput name="capacity" inputMode="decimal" defaultValue={fields.capacity} />
        </Field>
      </div>
      {/* On paper only what was chosen matters. */}
      <div className={isNarrowed ? undefined : 'no-print'}>
        <Disclosure summary={t.more} open={isNarrowed}>
          <div className="stack">
            <Choices name="leave" legend={t.leave} options={choices.leave} chosen={fields.leave} />
            <Choices
              name="assume"
              legend={t.assume}
              help={t.assumeHelp}
              options={choices.assume}
              chosen={fields.assume}
            />
            <Choices
              name="wait"
              legend={t.wait}
              help={t.waitHelp}
              options={choices.wait}
              chosen={fields.wait}
            />
          </div>
        </Disclosure>
      </div>
      <ButtonRow>
        <Button variant="primary">{t.calculate}</Button>
      </ButtonRow>
      <Working />
    </Form>
  );
}

type ChoicesProps = {
  name: 'leave' | 'assume' | 'wait';
  legend: string;
  help?: string;
  options: Choice[];
  chosen: string[];
};

function Choices({ options, ...rest }: ChoicesProps) {
  if (options.length === 0) return null;
  return <CheckBoxes id={rest.name} options={options} {...rest} />;
}

/** While a plan is solved: what happens, and a way to stop it. Going elsewhere ends the work on the server. */
function Working() {
  const navigation = useNavigation();
  const navigate = useNavigate();
  const t = useMessages(texts);
  const isSolving =
    navigation.state === 'loading' && navigation.location.pathname.endsWith('/plan');
  return (
    <div className="working working--late" role="status">
      {isSolving && (
        <>
          <span id="solving">{t.calculating}</span>
          <progress className="progress" aria-labelledby="solving" />
          <Button type="button" variant="plain" onClick={() => navigate(0)}>
            {t.cancel}
          </Button>
        </>
      )}
    </div>
  );
}
