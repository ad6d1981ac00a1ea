import type { Message, MessageLanguage } from './message.ts';
import { subjectName } from './subject-name.ts';

export type InvitationKind =
  'member' | 'engagement' | 'client' | 'consultant' | 'officer' | 'participant';

type Given = { organisation: string; inviter: string; link: string };

/** What the invited person would be, in one sentence. */
const OFFERS: Record<InvitationKind, Record<MessageLanguage, (organisation: string) => string>> = {
  member: {
    ja: (name) => `${name}の自己点検に、会社の一員として加わる招待です。`,
    en: (name) => `You are invited to join the self-check of ${name} as one of its people.`,
  },
  engagement: {
    ja: (name) =>
      `${name}が、ご所属のコンサルティング会社に、自己点検の記録を見ることを許す招待です。`,
    en: (name) => `${name} invites your consultancy to see the record of its self-check.`,
  },
  client: {
    ja: (name) =>
      `コンサルティング会社「${name}」から、貴社の自己点検を手伝いたいという申し出です。どこまで見せるかは、貴社が決めます。`,
    en: (name) =>
      `The consultancy ${name} offers to help with the self-check of your company. Your company decides how much it sees.`,
  },
  consultant: {
    ja: (name) => `コンサルティング会社「${name}」の一員として加わる招待です。`,
    en: (name) => `You are invited to join the consultancy ${name}.`,
  },
  officer: {
    ja: (name) => `団体「${name}」の担当者として加わる招待です。`,
    en: (name) => `You are invited to join the association ${name} as an officer.`,
  },
  participant: {
    ja: (name) =>
      `団体「${name}」から、貴社への参加の招待です。団体に分かるのは、貴社の名前と参加した日だけです。`,
    en: (name) =>
      `The association ${name} invites your company to take part. It learns only the name of your company and the date of joining.`,
  },
};

/** To an invited address, with or without an account: the link of the invitation. */
export function invitationMessage(
  language: MessageLanguage,
  kind: InvitationKind,
  { organisation, inviter, link }: Given,
): Message {
  const offer = OFFERS[kind][language](organisation);
  return language === 'ja'
    ? {
        kind: 'invitation',
        subject: `準備 Junbi：${subjectName(organisation)}からの招待`,
        bodyText: `${inviter}さんからの招待です。

${offer}

次のリンクを開いて、内容を確かめてください（72時間以内、1回だけ、このアドレスの方だけが使えます）。

${link}

お心当たりがないときは、このメールを削除してください。何も変わりません。`,
      }
    : {
        kind: 'invitation',
        subject: `Junbi 準備: an invitation from ${subjectName(organisation)}`,
        bodyText: `${inviter} has invited you.

${offer}

Open this link to see what you are invited to (it works once, within 72 hours, and for this address alone).

${link}

If you do not expect it, delete this message: nothing changes.`,
      };
}
