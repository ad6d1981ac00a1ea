import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useMessages } from '../language.ts';
import { check } from '../messages/check.ts';

/** The result before the first answer. */
export function NothingYet() {
  const { result } = useMessages(check);
  return (
    <EmptyState
      heading="h1"
      title={result.emptyTitle}
      actions={
        <LinkButton variant="primary" href="#q-1">
          {result.emptyAction}
        </LinkButton>
      }
    >
      <p>{result.emptyLead}</p>
    </EmptyState>
  );
}
