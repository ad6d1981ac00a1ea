import { useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';

export type LinkExpiredProps = {
  /** What to do now, and the word for it. */
  texts: { expired: string; again: string };
  /** Where to get another. */
  again: string;
};

/** A single-use link that is used or old, and where to get another. */
export function LinkExpired({ texts, again }: LinkExpiredProps) {
  const { expired } = useMessages(signIn);
  return (
    <Page>
      <PageHead title={expired.title} lead={texts.expired} />
      <p>
        <LinkButton variant="primary" href={again}>
          {texts.again}
        </LinkButton>
      </p>
    </Page>
  );
}
