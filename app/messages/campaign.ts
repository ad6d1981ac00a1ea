import { messages, sentences } from '../language.ts';
import { plural } from '../print.ts';

/** An association's invitation campaign: writing it, looking at it, and how earlier ones went. */
export const campaign = messages({
  ja: {
    title: '会員への案内',
    lead: '案内を受け取ることに同意している会員に、準備 Junbi への参加の案内を一度に送ります。受け取った方は、招待を求めるか、今後の案内を断れます。',
    toMembers: '参加している会社と担当者へ戻る',
    ownersOnly: '案内を送れるのは責任者だけです。',
    writeTitle: '案内を書く',
    againTitle: '書き直す',
    writeLead:
      '1回に200件まで、団体として7日に1回まで送れます。30日以内に案内した方と、断った方には送りません。',
    notYet: (moment: string) => `次の案内は、${moment}から送れます（7日に1回まで）。`,
    addresses: '宛先のメールアドレス',
    addressesHelp: '1行に1件ずつ、200件まで書いてください。',
    message: '案内の文',
    messageHelp:
      '1,000文字まで。この文は、どちらの言語の方にもそのまま届きます。電話番号やメールアドレスは、下の「住所と連絡先」に書いてください。',
    senderName: '送信者の名前',
    senderNameHelp: '例：事務局 関 直人。団体の名前は、自動で付きます。',
    senderAddress: '住所と連絡先',
    senderAddressHelp: '受け取った方に示します。例：東京都千代田区見本町1-2-3、03-0000-0000',
    permission: '受け取ることへの同意を、どのように得ましたか',
    choose: '選んでください',
    permissions: {
      terms: '会員規約などに、このような案内を送ると書いてある',
      asked: '送ってよいか尋ね、よいと返事をもらった',
      given: 'このような案内のために、アドレスを知らせてもらった',
    },
    since: '同意を得た日',
    sinceHelp: '規約のときは、その規約が始まった日です。この記録は、案内にも書かれます。',
    preview: '送る前に確かめる',
    previewTitle: '送る内容の確認',
    previewLead: 'まだ送っていません。',
    reach: (written: number) => `${written}件のアドレスに送ります。`,
    optedOut: (count: number) => `案内を断っている${count}件には送りません。`,
    lately: (count: number) => `30日以内に案内した${count}件には送りません。`,
    nobody: '送れる宛先がありません。',
    otherLanguage: '英語を選んでいる方に届く文',
    ownLink: '（ここに、宛先ごとに違うリンクが入ります）',
    send: (count: number) => `${count}件に送る`,
    sent: (written: number) => `${written}件の案内を送りました。`,
    notSent: (optedOut: number, lately: number) =>
      `送らなかった宛先：断っていた${optedOut}件、30日以内の${lately}件。`,
    listTitle: 'これまでの案内',
    listLead:
      '「断っていた」と「30日以内」は、送らなかった宛先の数です。宛先ごとの様子は、だれにも表示しません。',
    none: '案内はまだ送っていません。',
    columns: {
      day: '送った日',
      by: '送った人',
      written: '送った',
      invited: '招待を求めた',
      optedOut: '断っていた',
      lately: '30日以内',
      message: '案内の文',
    },
    readMessage: '文を読む',
    items: (count: number) => `${count}件`,
    badLines: (lines: string, more: number) =>
      `${lines}行目${more > 0 ? `と、ほか${more}行` : ''}がメールアドレスになっていません。1行に1件ずつ書いてください。`,
    problems: sentences({
      addresses: '宛先のメールアドレスを、1行に1件ずつ書いてください。',
      'too-many': '宛先は200件までです。件数を減らしてください。',
      'too-soon':
        '案内は7日に1回までです。まだ送っていません。日をおいて、もう一度お試しください。',
      nobody: 'どの宛先も、案内を断っているか、30日以内に案内しています。送っていません。',
      message: '案内の文を、1,000文字までで書いてください。',
      'free-text':
        '案内の文に、ここでは預かれない言葉があります。情報の内容、人の名前の一覧、電話番号、メールアドレスは書かないでください。',
      'sender-name': '送信者の名前を、80文字までで書いてください。',
      'sender-address': '住所と連絡先を、200文字までで書いてください。',
      permission: '同意をどのように得たかを選んでください。',
      since: '同意を得た日を、今日までの日付で入れてください。',
      'not-allowed':
        'いまは送れません。責任者でないか、本人の確認から5分が過ぎています。サインインし直してから、もう一度お試しください。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。何も送っていません。必要なところを写してから、画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    title: 'Message to members',
    lead: 'Send an invitation to take part in Junbi to members who agreed to receive such mail, all at once. Whoever receives it can ask for the invitation, or opt out of further messages.',
    toMembers: 'Back to member companies and officers',
    ownersOnly: 'Only owners can send one.',
    writeTitle: 'Write a message',
    againTitle: 'Change it',
    writeLead:
      'At most 200 addresses at once, and once in 7 days for the association. Nobody who was written to in the last 30 days, or who has opted out, is written to.',
    notYet: (moment: string) => `The next one can be sent from ${moment} (once in 7 days).`,
    addresses: 'Addresses',
    addressesHelp: 'One address a line, at most 200.',
    message: 'Your message',
    messageHelp:
      'At most 1,000 characters. It arrives as it is, whatever the reader’s language. Telephone numbers and email addresses belong under “Postal address and contact” below.',
    senderName: 'Name of the sender',
    senderNameHelp: 'For example: Naoto Seki, secretariat. The name of the association is added.',
    senderAddress: 'Postal address and contact',
    senderAddressHelp:
      'Shown to the addressees. For example: 1-2-3 Mihon-cho, Chiyoda-ku, Tokyo, tel. 03-0000-0000',
    permission: 'How did they agree to receive such mail?',
    choose: 'Please choose',
    permissions: {
      terms: 'Our membership terms say that we send such mail',
      asked: 'We asked, and they said yes',
      given: 'They gave us the address for such mail',
    },
    since: 'Since when',
    sinceHelp: 'For membership terms, the day from which they apply. The message says it, too.',
    preview: 'Check before sending',
    previewTitle: 'What will be sent',
    previewLead: 'Nothing has been sent yet.',
    reach: (written: number) => `It will be sent to ${plural(written, 'recipient')}.`,
    optedOut: (count: number) => `Not to the ${count === 1 ? 'one' : `${count}`} that opted out.`,
    lately: (count: number) =>
      `Not to the ${count === 1 ? 'one' : `${count}`} that you wrote to in the last 30 days.`,
    nobody: 'There is no address left to send it to.',
    otherLanguage: 'What those who chose Japanese receive',
    ownLink: '(a link of its own for each address)',
    send: (count: number) => `Send to ${plural(count, 'recipient')}`,
    sent: (written: number) => `${plural(written, 'message')} sent.`,
    notSent: (optedOut: number, lately: number) =>
      `Not written to: ${optedOut} opted out, ${lately} in the last 30 days.`,
    listTitle: 'Messages so far',
    listLead:
      '“Opted out” and “In 30 days” count addresses that were not written to. Nobody is shown what each addressee did.',
    none: 'None has been sent.',
    columns: {
      day: 'Sent on',
      by: 'Sent by',
      written: 'Sent to',
      invited: 'Asked',
      optedOut: 'Opted out',
      lately: 'In 30 days',
      message: 'Message',
    },
    readMessage: 'Read it',
    items: (count: number) => `${count}`,
    badLines: (lines: string, more: number) =>
      `${lines.includes(',') || more > 0 ? 'Lines' : 'Line'} ${lines}${more > 0 ? ` and ${more} more` : ''}: not an email address. Write one address a line.`,
    problems: sentences({
      addresses: 'Write the addresses, one a line.',
      'too-many': 'At most 200 addresses. Please take some out.',
      'too-soon': 'One can be sent in 7 days. Nothing was sent. Please try again later.',
      nobody:
        'Every address has opted out or was written to in the last 30 days. Nothing was sent.',
      message: 'Write a message of at most 1,000 characters.',
      'free-text':
        'The message has words that cannot be kept here. Write nothing of protected information, no lists of people, no telephone numbers and no email addresses.',
      'sender-name': 'Write the name of the sender, at most 80 characters.',
      'sender-address': 'Write the postal address and contact, at most 200 characters.',
      permission: 'Choose how they agreed.',
      since: 'Enter the day since when, today or earlier.',
      'not-allowed':
        'You cannot send it now: you are not an owner, or it is more than five minutes since you confirmed who you are. Sign in again and try once more.',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was sent. Copy what you need, then open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
