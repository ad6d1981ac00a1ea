import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listMessages } from '#db/outbox.ts';
import { withAuth } from '#db/tenant.ts';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { notFound } from '../guards.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { outbox } from '../messages/outbox.ts';
import { pageTitle } from '../page-title.ts';
import { dateText, timeText } from '../print.ts';

/** Messages hold working links: on a server that others reach, this page does not exist. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.environment.isLocal) throw notFound();
  const messages = await withAuth((tx) => listMessages(tx));
  return {
    messages: messages.map(({ id, toAddress, subject, bodyText, createdAt }) => ({
      id,
      toAddress,
      subject,
      bodyText,
      at: createdAt.toISOString(),
    })),
  };
}

export default function Outbox() {
  const { messages } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useMessages(outbox);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      {messages.length === 0 && <p>{t.none}</p>}
      {messages.map((message) => (
        <article key={message.id} className="section section--stacked">
          <h2>{message.subject}</h2>
          <p className="muted">
            {t.to(message.toAddress)} · {dateText(message.at, language)} {timeText(message.at)}
          </p>
          {message.bodyText.split('\n\n').map((paragraph, at) => (
            <p key={at} className="mt-16 as-written">
              <Linked text={paragraph} />
            </p>
          ))}
        </article>
      ))}
    </Page>
  );
}

/** The addresses in a text as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((piece) =>
    /^https?:/.test(piece) ? (
      <a key={piece} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}

export const meta = pageTitle(outbox);
