import { RadioCards } from '../components/radio-cards.tsx';
import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';
import type { CheckFact } from '../views/check.server.ts';
import { FACT_CHOICES, type FactChoice } from './choices.ts';
import { FreshHeading } from './fresh-heading.tsx';

export type FactStepProps = { fact: CheckFact; choice: FactChoice | undefined };

/** What has to be known of the company before the questions. */
export function FactStep({ fact, choice }: FactStepProps) {
  const t = useMessages(check);
  const labels = { yes: t.yes, no: t.no, unknown: t.unknownFact };
  return (
    <RadioCards
      id={`fact-${fact.id}`}
      name={fact.id}
      legend={
        <h1 className="question">
          <FreshHeading>{fact.title}</FreshHeading>
        </h1>
      }
      help={fact.help}
      options={FACT_CHOICES.map((value) => ({ value, label: labels[value] }))}
      defaultValue={choice}
    />
  );
}
