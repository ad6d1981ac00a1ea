import type { Message, MessageLanguage } from './message.ts';
import { subjectName } from './subject-name.ts';

type Permission = 'terms' | 'asked' | 'given';

/** How the addressees agreed to be written to, since which day. */
type Permitted = { association: string; permission: Permission; since: string };

type Given = Permitted & {
  /** The officer's own words. */
  message: string;
  senderName: string;
  senderAddress: string;
  link: string;
};

const PERMISSIONS: Record<Permission, Record<MessageLanguage, string>> = {
  terms: {
    ja: '会員規約などに、このような案内を送ることが定められています',
    en: 'its membership terms provide for mail of this kind',
  },
  asked: {
    ja: 'このような案内を送ってよいかをお尋ねし、よいとのお返事をいただいています',
    en: 'you were asked whether it may send you mail of this kind, and agreed',
  },
  given: {
    ja: 'このような案内を受け取るために、このアドレスをお知らせいただいています',
    en: 'you gave this address in order to receive mail of this kind',
  },
};

/** Why somebody is written to, as the association has recorded it. */
export function permissionSentence(
  language: MessageLanguage,
  { association, permission, since }: Permitted,
): string {
  const recorded = PERMISSIONS[permission][language];
  return language === 'ja'
    ? `${association}の記録では、${recorded}（${since}から）。`
    : `According to the records of ${association}, ${recorded} (since ${since}).`;
}

/** To an address of a campaign: who writes, what and why, and the page to be invited or to opt out. */
export function campaignMessage(language: MessageLanguage, given: Given): Message {
  const { association, message, senderName, senderAddress, link } = given;
  const why = permissionSentence(language, given);
  return language === 'ja'
    ? {
        kind: 'campaign',
        subject: `準備 Junbi：${subjectName(association)}からのご案内`,
        bodyText: `${association}からのご案内です。準備 Junbi を通してお送りしています。

────────
${message}
────────

準備 Junbi は、重要経済安保情報を扱うための準備を、会社が自分で確かめるサイトです。団体に分かるのは、参加した会社の名前と参加した日、それに会社が自社の判断で加わった集計だけです。

招待を受け取るとき、今後の案内を断るときは、次のページを開いてください。開くだけでは何も変わりません。招待を受け取れるのは90日間です。
${link}

送信者：${association} ${senderName}
住所と連絡先：${senderAddress}

このメールをお送りする理由：${why}
今後の案内が要らないときは、上のページで「今後は受け取らない」を押してください。準備 Junbi を通した${association}からのメールは、それから届きません。`,
      }
    : {
        kind: 'campaign',
        subject: `Junbi 準備: a message from ${subjectName(association)}`,
        bodyText: `This is a message from ${association}, sent through Junbi.

────────
${message}
────────

On Junbi, companies check for themselves how ready they are to handle critical economic-security information. The association learns only the names of companies that take part, when they joined, and the figures that companies took part in by their own act.

Open this page to receive an invitation, or to opt out of further messages. Opening it changes nothing. The invitation can be asked for within 90 days.
${link}

Sender: ${association}, ${senderName}
Address and contact: ${senderAddress}

Why you receive this: ${why}
If you want no further messages, press “Do not write to me again” on the page above. From then on ${association} sends you no mail through Junbi.`,
      };
}
