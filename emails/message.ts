/** A message as it is put into the outbox: plain text, one language. */
export interface Message {
  kind: string;
  subject: string;
  bodyText: string;
}

export type MessageLanguage = 'ja' | 'en';
