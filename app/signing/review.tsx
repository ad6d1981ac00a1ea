import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { PersonField } from '../components/person-field.tsx';
import { sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { TextInput } from '../components/text-input.tsx';
import { typed, type Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { review as texts } from '../messages/review.ts';
import { signOff } from '../messages/sign-off.ts';
import { paths } from '../paths.ts';
import type { ReviewView } from '../views/review.server.ts';

interface ReviewProps {
  org: string;
  review: ReviewView;
  maySet: boolean;
  isSaved: boolean;
  refused: Refused | undefined;
}

/** By when the assessment is looked at again, and for owners and preparers the form that says so. */
export function Review({ org, review, maySet, isSaved, refused }: ReviewProps) {
  const t = useMessages(texts);
  const { closed, next } = review;
  if (closed !== null)
    return (
      <Section id="review" title={t.title}>
        <p>{t[closed]}</p>
        {next !== null && (
          <p>
            <a href={paths.signOff(org, next)}>{t.toNext}</a>
          </p>
        )}
      </Section>
    );
  return (
    <Section id="review" title={t.title} intro={t.intro}>
      {isSaved && !refused && (
        <Note tone="ok" role="status">
          {t.saved}
        </Note>
      )}
      <Day review={review} />
      {maySet ? (
        <SetDay review={review} refused={refused} />
      ) : (
        <p className="muted">{t.readOnly}</p>
      )}
      {maySet && review.due !== null && <Withdraw review={review} />}
    </Section>
  );
}

function Day({ review }: { review: ReviewView }) {
  const t = useMessages(texts);
  const { version, due, left, byName, at } = review;
  if (version === 0) return <p>{t.none}</p>;
  return (
    <div>
      <p>
        {due === null || left === null ? (
          t.withdrawn
        ) : (
          <>
            <b>{t.stands(due)}</b> {t.left(left)}
          </>
        )}
      </p>
      <p className="muted">{due === null ? t.withdrawnBy(byName, at) : t.setBy(byName, at)}</p>
    </div>
  );
}

function SetDay({ review, refused }: Pick<ReviewProps, 'review' | 'refused'>) {
  const t = useMessages(texts);
  const { problems } = useMessages(signOff);
  const { version, dueOn, suggested } = review;
  const isMine = refused?.submitted['intent']?.[0] === 'set-review';
  const error = sentenceFor({ refused, sentences: problems }, 'due');
  const was = isMine ? refused?.submitted : undefined;
  return (
    <Form method="post" reloadDocument noValidate key={version} className="stack-24 max-w-640">
      <PersonField />
      <input type="hidden" name="intent" value="set-review" />
      <input type="hidden" name="base" value={version} />
      <Field id="due" label={t.day} help={t.suggestion(suggested)} error={error}>
        <TextInput name="due" type="date" defaultValue={typed(was, 'due', dueOn ?? '')} />
      </Field>
      <p>
        <Button>{dueOn === null ? t.set : t.change}</Button>
      </p>
    </Form>
  );
}

function Withdraw({ review }: Pick<ReviewProps, 'review'>) {
  const t = useMessages(texts);
  return (
    <Form method="post" reloadDocument>
      <PersonField />
      <input type="hidden" name="intent" value="withdraw-review" />
      <input type="hidden" name="base" value={review.version} />
      <Button variant="plain">{t.withdraw}</Button>
    </Form>
  );
}
