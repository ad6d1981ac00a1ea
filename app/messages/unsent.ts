import { messages } from '../language.ts';

/** Fields and levels by their names in the form; one that is not there is shown as it is. */
const words = (all: Record<string, string>) => all;

export const unsent = messages({
  ja: {
    title: 'サインインし直すと保存します',
    lead: 'しばらく操作がなかったため、サインインが終わっていました。送った内容は、まだ保存していません。同じ方がサインインすると、そのまま保存します。',
    tooLarge:
      '内容が大きいため、サインインのあとに自動では送れません。下の内容を写してから、サインインしてください。',
    onceMore: {
      title: 'サインインし直して、もう一度送ってください',
      lead: 'しばらく操作がなかったため、サインインが終わっていました。サインインの方法に関わる内容なので、何も変えていません。サインインすると、元の画面に戻ります。',
    },
    confirm: {
      title: 'ご本人であることを確かめると、送ります',
      lead: 'ほかの人に会社を見せることや、取り消せない操作の前には、5分以内の確認が必要です。送った内容は、まだ保存していません。確認がすむと、そのまま送ります。',
      tooLarge: '内容が大きいため、自動では送れません。下の内容を写してから、確認してください。',
    },
    typed: '送った内容',
    otherPerson: {
      title: '別の方としてサインインしたため、保存していません',
      lead: '送った内容は、前にサインインしていた方のものです。必要なときは、下の内容を写してください。この画面を離れると消えます。',
    },
    refused: {
      title: '送った内容は、まだ保存していません',
      lead: 'そのままでは保存できない内容がありました。「内容を確かめて送る」を押すと、直すところを元の画面で示します。',
      send: '内容を確かめて送る',
    },
    companies: '会社を選ぶ',
    fields: words({
      level: '回答',
      reason: '理由',
      note: 'メモ',
      name: '名前',
      email: 'メールアドレス',
      days: '日数',
      title: '名前',
      other: '書類の名前',
      version: '版',
      dated: '日付',
      sha256: 'SHA-256',
      addresses: '宛先のメールアドレス',
      message: '案内の文',
      senderName: '送信者の名前',
      senderAddress: '住所と連絡先',
      since: '同意を得た日',
    }),
    levels: words({ unknown: 'わからない', na: '該当しない' }),
  },
  en: {
    title: 'Sign in again to save',
    lead: 'You were signed out after a while without activity. What you sent is not saved yet. It is saved as soon as the same person signs in.',
    tooLarge:
      'It is too large to be sent by itself after the sign-in. Copy the text below first, then sign in.',
    onceMore: {
      title: 'Sign in and send it once more',
      lead: 'You were signed out after a while without activity. As this is about how you sign in, nothing was changed. The sign-in leads back to the page.',
    },
    confirm: {
      title: 'Confirm who you are to send it',
      lead: 'Letting others see the company, and what cannot be undone, takes a confirmation no older than five minutes. What you sent is not saved yet. It is sent as soon as you have confirmed.',
      tooLarge: 'It is too large to be sent by itself. Copy the text below first, then confirm.',
    },
    typed: 'What you sent',
    otherPerson: {
      title: 'Not saved: somebody else has signed in',
      lead: 'What was sent belongs to the person who was signed in before. Copy the text below if you need it; it is gone when you leave this page.',
    },
    refused: {
      title: 'What you sent is not saved yet',
      lead: 'Some of it cannot be saved as it is. “Check and send” shows on its own page what to correct.',
      send: 'Check and send',
    },
    companies: 'Choose a company',
    fields: words({
      level: 'Answer',
      reason: 'Reason',
      note: 'Note',
      name: 'Name',
      email: 'Email address',
      days: 'Days',
      title: 'Name',
      other: 'Name of the document',
      version: 'Version',
      dated: 'Date',
      sha256: 'SHA-256',
      addresses: 'Addresses',
      message: 'Message',
      senderName: 'Name of the sender',
      senderAddress: 'Postal address and contact',
      since: 'Since when they agreed',
    }),
    levels: words({ unknown: 'I don’t know', na: 'Not applicable' }),
  },
});
