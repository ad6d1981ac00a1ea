import type { Message, MessageLanguage } from './message.ts';

/** To the address of an account: a single-use link to choose a new password. */
export function passwordResetMessage(language: MessageLanguage, link: string): Message {
  return language === 'ja'
    ? {
        kind: 'password-reset',
        subject: '準備 Junbi：パスワードの決め直し',
        bodyText: `次のリンクから、新しいパスワードを決めてください（1時間以内、1回だけ使えます）。

${link}

お心当たりがないときは、このメールを削除してください。パスワードは変わりません。`,
      }
    : {
        kind: 'password-reset',
        subject: 'Junbi 準備: choose a new password',
        bodyText: `Choose a new password with this link (it works once, within one hour).

${link}

If you did not ask for this, delete this message: your password stays as it is.`,
      };
}

/** To an address without an account that asked for a new password. */
export function noAccountMessage(language: MessageLanguage, signUp: string): Message {
  return language === 'ja'
    ? {
        kind: 'no-account',
        subject: '準備 Junbi：このアドレスの登録はありません',
        bodyText: `パスワードの決め直しのお申し込みがありましたが、このアドレスの登録はありません。

登録するとき：${signUp}

お心当たりがないときは、このメールを削除してください。`,
      }
    : {
        kind: 'no-account',
        subject: 'Junbi 準備: no account with this address',
        bodyText: `Someone asked for a new password, but this address has no account.

To register: ${signUp}

If it was not you, delete this message.`,
      };
}

/** To the owner of an account whose password was changed. */
export function passwordChangedMessage(language: MessageLanguage, forgot: string): Message {
  return language === 'ja'
    ? {
        kind: 'password-changed',
        subject: '準備 Junbi：パスワードが変わりました',
        bodyText: `パスワードが決め直され、ほかの端末のサインインはすべて終わりました。

お心当たりがないときは、すぐに決め直してください：${forgot}`,
      }
    : {
        kind: 'password-changed',
        subject: 'Junbi 準備: your password was changed',
        bodyText: `Your password was changed, and all sessions on other devices have ended.

If it was not you, choose a new one at once: ${forgot}`,
      };
}
