import { z } from 'zod';
import { asAdministrator } from '../administrator.ts';
import type { DatabaseSettings } from '../settings.ts';
import { withOwnerUrl } from './owner-url.ts';

const message = z.object({
  id: z.uuid(),
  to_address: z.string(),
  kind: z.string(),
  subject: z.string(),
  body_text: z.string(),
  created_at: z.date(),
  sent_at: z.date().nullable(),
});

const longestList = 50;

/** Prints the newest messages, oldest first, so that a server without SMTP works. They hold working links. */
export async function printOutbox(
  settings: DatabaseSettings,
  asJson: boolean,
  console: { out: (text: string) => void; err: (text: string) => void },
): Promise<void> {
  const messages = await withOwnerUrl(settings, console.err, (ownerUrl) =>
    asAdministrator(ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select id, to_address, kind, subject, body_text, created_at, sent_at
           from auth.outbox order by created_at desc, id limit $1`,
        [longestList],
      );
      return z.array(message).parse(rows).toReversed();
    }),
  );
  if (asJson) {
    console.out(JSON.stringify(messages.map(asPlain), null, 2));
    return;
  }
  if (messages.length === 0) console.err('There is no message.');
  for (const { to_address: to, subject, body_text: body, created_at: at } of messages) {
    console.out(`── ${at.toISOString()}  ${to}\n${subject}\n\n${body}\n`);
  }
}

function asPlain(it: z.infer<typeof message>) {
  return {
    id: it.id,
    to: it.to_address,
    kind: it.kind,
    subject: it.subject,
    text: it.body_text,
    createdAt: it.created_at.toISOString(),
    sentAt: it.sent_at?.toISOString() ?? null,
  };
}
