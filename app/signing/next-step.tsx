import { Form } from '@remix-run/react';
import type { State } from '#db/state-changes.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { PersonField } from '../components/person-field.tsx';
import { sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { typed, type Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { signOff } from '../messages/sign-off.ts';
import { paths } from '../paths.ts';

interface NextStepProps {
  org: string;
  assessmentId: string;
  state: State | 'draft';
  result: string;
  fingerprint: string | null;
  may: { shape: boolean; declare: boolean; isSubmitter: boolean };
  refused: Refused | undefined;
}

/** What this person may do with the assessment where it stands. */
export function NextStep(props: NextStepProps) {
  const t = useMessages(signOff);
  const { state, may } = props;
  if (!may.shape && !may.declare) return <Note>{t.readOnly}</Note>;
  if (state === 'draft' || state === 'open') return may.shape && <Submit />;
  if (state === 'submitted')
    return (
      <>
        {may.declare && <Sign {...props} />}
        {may.declare && <WithReason {...props} intent="return" />}
        {may.shape && <Withdraw />}
      </>
    );
  if (state === 'approved' && may.shape)
    return (
      <>
        <Section id="again" title={t.againTitle} intro={t.againIntro}>
          <p>
            <LinkButton href={`${paths.nextEdition(props.org, props.assessmentId)}?again=1`}>
              {t.again}
            </LinkButton>
          </p>
        </Section>
        <WithReason {...props} intent="reopen" />
      </>
    );
  return null;
}

function Submit() {
  const t = useMessages(signOff);
  return (
    <Section id="submit" title={t.submitTitle} intro={t.submitIntro}>
      <Form method="post" reloadDocument>
        <PersonField />
        <input type="hidden" name="intent" value="submit" />
        <Button variant="primary" large>
          {t.submit}
        </Button>
      </Form>
    </Section>
  );
}

function Withdraw() {
  const t = useMessages(signOff);
  return (
    <Section id="withdraw" title={t.withdrawTitle}>
      <Form method="post" reloadDocument>
        <PersonField />
        <input type="hidden" name="intent" value="withdraw" />
        <Button>{t.withdraw}</Button>
      </Form>
    </Section>
  );
}

function Sign({ may, fingerprint, result }: NextStepProps) {
  const t = useMessages(signOff);
  if (may.isSubmitter || fingerprint === null)
    return may.isSubmitter ? <Note>{t.notYou}</Note> : null;
  return (
    <Section id="sign" title={t.signTitle} intro={t.signIntro}>
      <p>
        {t.fingerprint} <code className="break-all">{fingerprint}</code>
      </p>
      <Form method="post" reloadDocument key={fingerprint}>
        <PersonField />
        <input type="hidden" name="intent" value="sign" />
        <input type="hidden" name="result" value={result} />
        <input type="hidden" name="expected" value={fingerprint} />
        <Button variant="primary" large>
          {t.sign}
        </Button>
      </Form>
    </Section>
  );
}

/** A return or a reopening says why. */
function WithReason({ intent, refused }: NextStepProps & { intent: 'return' | 'reopen' }) {
  const t = useMessages(signOff);
  const isMine = refused?.submitted['intent']?.[0] === intent;
  const state = { refused: isMine ? refused : undefined, sentences: t.problems };
  const [title, intro, submit] =
    intent === 'return'
      ? [t.returnTitle, t.returnIntro, t.return]
      : [t.reopenTitle, t.reopenIntro, t.reopen];
  return (
    <Section id={intent} title={title} intro={intro}>
      <Form method="post" reloadDocument noValidate className="stack-24 max-w-640">
        <PersonField />
        <input type="hidden" name="intent" value={intent} />
        <Field
          id="reason"
          label={t.reason}
          help={t.reasonHelp}
          error={sentenceFor(state, 'reason')}
        >
          <TextGuard id="reason" isSaid={sentenceFor(state, 'reason') !== undefined}>
            <TextArea
              name="reason"
              rows={3}
              maxLength={400}
              defaultValue={isMine ? typed(refused?.submitted, 'reason') : ''}
            />
          </TextGuard>
        </Field>
        <p>
          <Button>{submit}</Button>
        </p>
      </Form>
    </Section>
  );
}
