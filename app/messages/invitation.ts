import { messages, sentences } from '../language.ts';
import { plural } from '../print.ts';

export const invitation = messages({
  ja: {
    title: '招待',
    from: (inviter: string, organisation: string) =>
      `${organisation}の${inviter}さんからの招待です。`,
    kinds: {
      member: (organisation: string) => `${organisation}の自己点検に加わります。`,
      engagement: (organisation: string) =>
        `${organisation}の自己点検の記録を、ご所属のコンサルティング会社が見られるようになります。`,
      client: (organisation: string) =>
        `コンサルティング会社「${organisation}」に、貴社の自己点検の記録を見ることを許します。どこまで、いつまで見せるかは、受けるときに決めます。`,
      consultant: (organisation: string) => `コンサルティング会社「${organisation}」に加わります。`,
      officer: (organisation: string) => `団体「${organisation}」の担当者になります。`,
      participant: (organisation: string) =>
        `貴社が、団体「${organisation}」に参加します。団体に分かるのは、会社の名前と参加した日だけです。`,
    },
    role: '役割',
    scope: 'できること',
    questionnaires: '見える質問票',
    days: '期間',
    daysText: (days: number) => `受けた日から${days}日`,
    until: 'この招待の期限',
    accept: '招待を受ける',
    consultancy: '招待を受けるコンサルティング会社',
    company: '参加する会社',
    clientCompany: '見せる会社',
    noConsultancy:
      'コンサルティング会社をまだ登録していません。登録してから、この招待を受けられます。',
    found: 'コンサルティング会社を登録する',
    noCompany:
      'ご自身が責任者である会社がありません。会社を登録してから、もう一度このリンクを開いてください。',
    foundCompany: '会社を登録する',
    signIn: 'サインインして受ける',
    signInLead: 'この招待の宛先は、登録が済んでいます。サインインすると、続きに進みます。',
    signUp: '登録して受ける',
    signUpLead: 'はじめての方は、名前とパスワードを決めてください。',
    signUpSubmit: '登録して進む',
    other: 'ほかの方への招待です',
    otherLead:
      'この招待は、いまサインインしている方とは別のアドレスに送られました。宛先の方としてサインインし直してください。',
    expiredTitle: 'この招待は使えません',
    expired:
      '使い終わったか、72時間が過ぎたか、取り消されたか、招待した方が責任者でなくなりました。送った方に、もう一度依頼してください。',
    toCompanies: '最初の画面へ',
    problems: sentences({
      expired: 'この招待は、もう使えません。送った方に、もう一度依頼してください。',
      'other-address': 'この招待は、別のアドレスに送られたものです。',
      target: '招待を受ける会社を選んでください。',
      level: 'この招待を受けるには、パスキーか確認コードでのサインインが要ります。',
      confirm: '本人の確認から5分が過ぎています。サインインし直してから、もう一度お試しください。',
      already: 'すでに加わっています。',
    }),
  },
  en: {
    title: 'Invitation',
    from: (inviter: string, organisation: string) => `From ${inviter} of ${organisation}.`,
    kinds: {
      member: (organisation: string) => `You join the self-check of ${organisation}.`,
      engagement: (organisation: string) =>
        `Your consultancy will be able to see the self-check record of ${organisation}.`,
      client: (organisation: string) =>
        `You let the consultancy ${organisation} see your company’s self-check record. You decide how far and how long when you accept.`,
      consultant: (organisation: string) => `You join the consultancy ${organisation}.`,
      officer: (organisation: string) =>
        `You become an officer of the association ${organisation}.`,
      participant: (organisation: string) =>
        `Your company takes part in the association ${organisation}. It learns only the company’s name and the date of joining.`,
    },
    role: 'Role',
    scope: 'You may',
    questionnaires: 'Questionnaires',
    days: 'Term',
    daysText: (days: number) => `${plural(days, 'day')} from the day you accept`,
    until: 'This invitation ends',
    accept: 'Accept the invitation',
    consultancy: 'Consultancy that accepts',
    company: 'Company that takes part',
    clientCompany: 'Company that lets them in',
    noConsultancy: 'You have no consultancy yet. Register it, then accept the invitation.',
    found: 'Register a consultancy',
    noCompany: 'You are not an owner of any company here. Register one, then open this link again.',
    foundCompany: 'Register a company',
    signIn: 'Sign in to accept',
    signInLead: 'The invited address has an account. Sign in to go on.',
    signUp: 'Register to accept',
    signUpLead: 'If you are new here, choose a name and a password.',
    signUpSubmit: 'Register and go on',
    other: 'This invitation is for somebody else',
    otherLead:
      'It was sent to another address than yours. Sign in as the person to whom it was sent.',
    expiredTitle: 'This invitation cannot be used',
    expired:
      'It was used or withdrawn, is older than 72 hours, or whoever sent it is no longer an owner. Ask them to send another.',
    toCompanies: 'To the first page',
    problems: sentences({
      expired: 'This invitation cannot be used any more. Ask whoever sent it for another.',
      'other-address': 'This invitation was sent to another address.',
      target: 'Choose the organisation that accepts it.',
      level: 'To accept this, sign in with a passkey or a one-time code.',
      confirm:
        'It is more than five minutes since you confirmed who you are. Sign in again, then try once more.',
      already: 'You have joined already.',
    }),
  },
});
