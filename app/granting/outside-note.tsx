import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { useMessages } from '../language.ts';
import { team } from '../messages/team.ts';
import { paths } from '../paths.ts';

/** To a consultant, why a page of the company's own people has nothing for them. */
export function OutsideNote({ org, company }: { org: string; company: string }) {
  const t = useMessages(team);
  return (
    <Page>
      <EmptyState
        heading="h1"
        title={t.outside}
        actions={<LinkButton href={paths.company(org)}>{t.back}</LinkButton>}
      >
        <p>{t.outsideLead(company)}</p>
      </EmptyState>
    </Page>
  );
}
