import type { Message, MessageLanguage } from './message.ts';

/** To an address without an account that asked to register. */
export function signUpMessage(language: MessageLanguage, link: string): Message {
  return language === 'ja'
    ? {
        kind: 'sign-up',
        subject: '準備 Junbi：登録の続き',
        bodyText: `次のリンクを開いて、登録を終えてください（24時間以内、1回だけ使えます）。

${link}

お心当たりがないときは、このメールを削除してください。何も登録されません。`,
      }
    : {
        kind: 'sign-up',
        subject: 'Junbi 準備: finish registering',
        bodyText: `Open this link to finish registering (it works once, within 24 hours).

${link}

If you did not ask for this, delete this message: nothing is registered.`,
      };
}

/** To an address that has an account already: the page says nothing, the message does. */
export function alreadyRegisteredMessage(
  language: MessageLanguage,
  links: { signIn: string; forgot: string },
): Message {
  return language === 'ja'
    ? {
        kind: 'already-registered',
        subject: '準備 Junbi：このアドレスは登録済みです',
        bodyText: `このアドレスで登録のお申し込みがありましたが、すでに登録があります。

サインイン：${links.signIn}
パスワードを忘れたとき：${links.forgot}

お心当たりがないときは、このメールを削除してください。`,
      }
    : {
        kind: 'already-registered',
        subject: 'Junbi 準備: this address is registered',
        bodyText: `Someone asked to register with this address, and it has an account already.

Sign in: ${links.signIn}
Forgotten password: ${links.forgot}

If it was not you, delete this message.`,
      };
}
