import { LinkButton } from '../components/button.tsx';
import { useMessages } from '../language.ts';
import { together } from '../messages/together.ts';
import { paths } from '../paths.ts';

interface CommentsLinkProps {
  view: { org: string; assessment: string; openComments: number; part: { id: string } };
}

/** Under a question: how many comments are open, and the way to them. */
export function CommentsLink({ view }: CommentsLinkProps) {
  const { comments: t } = useMessages(together);
  const { org, assessment, openComments, part } = view;
  return (
    <section className="stack mt-32" aria-labelledby="h-comments">
      <h2 className="text-18" id="h-comments">
        {t.title}
      </h2>
      {openComments > 0 && <p>{t.open(openComments)}</p>}
      <p>
        <LinkButton href={paths.comments(org, assessment, part.id)}>{t.see}</LinkButton>
      </p>
    </section>
  );
}
