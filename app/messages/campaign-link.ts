import { messages, sentences } from '../language.ts';

/** The page behind the link of a campaign's message. */
export const campaignLink = messages({
  ja: {
    title: '団体からの案内',
    lead: (association: string) => `${association}から、準備 Junbi を通してお送りした案内です。`,
    messageTitle: '案内の文',
    from: '送信者',
    address: '住所と連絡先',
    why: 'お送りした理由',
    day: 'お送りした日',
    askTitle: '招待を受け取る',
    askLead:
      '案内が届いたアドレスに、72時間使える招待のリンクをお送りします。参加すると、団体に分かるのは、会社の名前と参加した日、それに会社が自社の判断で加わった集計だけです。',
    ask: '招待を送ってもらう',
    asked: '案内が届いたアドレスに、招待のメールをお送りしました。',
    usedUp:
      'このページから招待を求められるのは3回までです。届いたメールを確かめるか、団体にお尋ねください。',
    closed:
      'この案内を送った方が団体の責任者でなくなったため、いまは招待を送れません。団体にお尋ねください。',
    optOutTitle: '今後の案内を断る',
    optOutLead: (association: string) =>
      `準備 Junbi を通した${association}からのメールを、このアドレスに送らないようにします。理由は聞きません。`,
    optOut: '今後は受け取らない',
    optedOut: (association: string) =>
      `準備 Junbi を通した${association}からのメールは、このアドレスにもう送りません。`,
    optedOutLead:
      'アドレスそのものではなく、照合用の値だけを残します。招待が必要になったときは、下のボタンで取り消してください。',
    optInAgain: '断ったことを取り消す',
    oldTitle: 'この案内は古くなりました',
    old: '招待を受け取れるのは、案内が届いてから90日間です。招待が必要なときは、団体にお尋ねください。今後の案内は、ここで断れます。',
    unknownTitle: 'このリンクは使えません',
    unknown: 'リンクが途中で切れていないか、届いたメールと見比べてください。',
    toStart: '最初の画面へ',
    problems: sentences({
      'used-up': 'このページから招待を求められるのは3回までです。',
      closed: 'いまは招待を送れません。団体にお尋ねください。',
      old: '招待を受け取れるのは、案内が届いてから90日間です。',
      'opted-out': '案内を断っているので、送っていません。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
    refusedTitle: '送っていません',
  },
  en: {
    title: 'A message from an association',
    lead: (association: string) => `This is what ${association} sent you through Junbi.`,
    messageTitle: 'The message',
    from: 'Sender',
    address: 'Address and contact',
    why: 'Why you received it',
    day: 'Sent on',
    askTitle: 'Receive the invitation',
    askLead:
      'We send the link of an invitation, which works for 72 hours, to the address that received the message. If your company takes part, the association learns only its name, when it joined, and the figures that it takes part in by its own act.',
    ask: 'Send me the invitation',
    asked: 'We have written to the address that received the message.',
    usedUp:
      'An invitation can be asked for three times here. Look at the messages that you received, or ask the association.',
    closed:
      'Whoever sent this message is no longer an owner of the association, so no invitation can be sent now. Please ask the association.',
    optOutTitle: 'Opt out',
    optOutLead: (association: string) =>
      `You will receive no mail from ${association} through Junbi any more. We ask for no reason.`,
    optOut: 'Do not write to me again',
    optedOut: (association: string) =>
      `${association} will not write to your address through Junbi again.`,
    optedOutLead:
      'We keep no address for this, only a value to compare with. If you need an invitation one day, take it back with the button below.',
    optInAgain: 'Take this back',
    oldTitle: 'This message is old',
    old: 'The invitation can be asked for within 90 days of the message. If you need one, ask the association. You can still opt out here.',
    unknownTitle: 'This link does not work',
    unknown: 'Compare it with the message: it may have been cut off.',
    toStart: 'To the first page',
    problems: sentences({
      'used-up': 'An invitation can be asked for three times here.',
      closed: 'No invitation can be sent now. Please ask the association.',
      old: 'The invitation can be asked for within 90 days of the message.',
      'opted-out': 'You opted out, so nothing was sent.',
      form: 'What was sent could not be read. Please try again.',
    }),
    refusedTitle: 'Nothing was sent',
  },
});
