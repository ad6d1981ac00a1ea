import { readFileSync } from 'node:fs';
import type { Response } from 'express';

const page = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const lastResort = page('last-resort.html');
const turnedAway = page('turned-away.html');

/** What is answered before any page: Japanese, then English, and the way on. */
const WORDS = {
  400: [
    'このアドレスは開けません',
    'アドレスを確かめるか、最初のページから開き直してください。',
    'This address cannot be opened',
    'Check the address, or open the page again from the first page.',
  ],
  403: [
    'この送信は受け付けていません',
    '別のサイトから送られたか、別の名前で開いた画面から送られました。前の画面に戻り、必要な内容を写してから、最初のページから開き直してください。',
    'This was not accepted',
    'It was sent from another site, or from a page that was opened under another name. Go back, copy what you need, and open the page again from the first page.',
  ],
  404: [
    'このアドレスのページはありません',
    'アドレスを確かめるか、最初のページから探してください。',
    'There is no page at this address',
    'Check the address, or look for the page from the first page.',
  ],
  405: [
    'この操作は受け付けていません',
    '最初のページから開き直してください。',
    'This cannot be done here',
    'Open the page again from the first page.',
  ],
  413: [
    '送られた内容が大きすぎます',
    '保存していません。前の画面に戻り、短くしてからもう一度送ってください。',
    'What was sent is too large',
    'It was not saved. Go back, make it shorter, and send it again.',
  ],
  415: [
    '送られた内容を読み取れませんでした',
    '保存していません。前の画面に戻り、必要な内容を写してから、最初のページから開き直してください。',
    'What was sent could not be read',
    'It was not saved. Go back, copy what you need, and open the page again from the first page.',
  ],
  421: [
    'このアドレスでは開けません',
    'このサイトは別の名前で公開されています。正しいアドレスで開いてください。',
    'This site is not served under this name',
    'It has another address. Please open it there.',
  ],
} as const;

export type TurnedAway = keyof typeof WORDS;

/** Answers without the framework; nothing of the request is repeated on the page. */
export function turnAway(response: Response, status: TurnedAway): void {
  const [titleJa, leadJa, titleEn, leadEn] = WORDS[status];
  const texts: Record<string, string> = { titleJa, leadJa, titleEn, leadEn };
  const html = turnedAway.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => texts[name] ?? '');
  response.status(status).type('html').send(html);
}

/** A fault of ours that the framework could not answer, with the number that the log has. */
export function showLastResort(response: Response, reference: string): void {
  response.status(500).type('html').send(lastResort.replaceAll('{{reference}}', reference));
}
