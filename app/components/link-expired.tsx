import { useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';

/** A single-use link that is used or old, and where to get another. */
export function LinkExpired({ again }: { again: string }) {
  const { finish: t } = useMessages(signIn);
  return (
    <Page>
      <PageHead title={t.expiredTitle} lead={t.expired} />
      <p>
        <LinkButton variant="primary" href={again}>
          {t.again}
        </LinkButton>
      </p>
    </Page>
  );
}
