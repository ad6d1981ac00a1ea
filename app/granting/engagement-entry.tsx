import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Definition } from '../components/definition.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { PersonField } from '../components/person-field.tsx';
import type { Submitted } from '../forms.ts';
import { useLanguage, useMessages } from '../language.ts';
import { sharing } from '../messages/sharing.ts';
import { listText } from '../print.ts';
import type { engagementsView } from '../views/sharing.server.ts';
import { TermsFields } from './terms-fields.tsx';

type Shown = ReturnType<typeof engagementsView>['now'][number];

export type EngagementEntryProps = {
  engagement: Shown;
  /** A fresh id, so that a form sent twice grants once. */
  fresh: string;
  mayChange: boolean;
  questionnaires: readonly { id: string; title: string }[];
  submitted: Submitted | undefined;
  errors: (field: string) => string | undefined;
};

/** Exactly what one consultancy sees, until when, and the switch. */
export function EngagementEntry(props: EngagementEntryProps) {
  const { engagement: one, fresh, mayChange, questionnaires, submitted, errors } = props;
  const t = useMessages(sharing);
  const language = useLanguage();
  const again = submitted?.['consultancy']?.[0] === one.consultancyId ? submitted : undefined;
  return (
    <article className="stack-24" aria-labelledby={`e-${one.id}`}>
      <h3 id={`e-${one.id}`}>{one.name}</h3>
      <Definition
        lines
        items={[
          { term: t.people, value: listText(one.people, language) },
          { term: t.scope, value: t.scopes[one.scope] },
          {
            term: t.questionnaires,
            value: one.questionnaires ? listText(one.questionnaires, language) : t.all,
          },
          { term: t.sees, value: t.seesText },
          { term: t.seesNot, value: t.seesNotText },
          { term: t.term, value: t.termText(one.from, one.until) },
          { term: t.grantedBy, value: one.grantedBy },
        ]}
      />
      {mayChange && (
        <>
          <Form method="post" reloadDocument noValidate>
            <PersonField />
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="engagement" value={one.id} />
            <Button>{t.endFor(one.name)}</Button>
          </Form>
          <div className="no-print">
            <Disclosure summary={t.renew} open={again !== undefined}>
              <Form method="post" reloadDocument noValidate className="stack-24 max-w-640">
                <PersonField />
                <p>{t.renewText}</p>
                <input type="hidden" name="intent" value="renew" />
                <input type="hidden" name="engagement" value={fresh} />
                <input type="hidden" name="consultancy" value={one.consultancyId} />
                <TermsFields
                  suffix={`-${one.id}`}
                  questionnaires={questionnaires}
                  submitted={again}
                  errors={again ? errors : () => undefined}
                />
                <Button>{t.renewSubmit}</Button>
              </Form>
            </Disclosure>
          </div>
        </>
      )}
    </article>
  );
}
