import type { Message, MessageLanguage } from './message.ts';

type Recovery = { link: string; cancel: string; opensAt: string; expiresAt: string };

/** To the address of an account whose recovery the operator has started. */
export function recoveryMessage(
  language: MessageLanguage,
  { link, cancel, opensAt, expiresAt }: Recovery,
): Message {
  return language === 'ja'
    ? {
        kind: 'recovery-started',
        subject: '準備 Junbi：登録の回復が始まりました',
        bodyText: `運営者が、この登録の回復を始めました。パスキーや確認コードをなくした方のための手順です。

お申し込みの方：${opensAt} から ${expiresAt} までの間に、次のリンクで新しいパスワードを決めてください。前のパスキー、確認コード、回復コードは、そのときに外れます。
${link}

お申し込みに心当たりがない方：次のページで取り消してください。取り消すまでの間も、いまのサインインの方法は変わりません。
${cancel}`,
      }
    : {
        kind: 'recovery-started',
        subject: 'Junbi 準備: the recovery of your account has begun',
        bodyText: `The operator has started to recover this account, for someone who has lost a passkey or the app for one-time codes.

If you asked for it: between ${opensAt} and ${expiresAt}, choose a new password with this link. The earlier passkeys, one-time codes and recovery codes are removed at that moment.
${link}

If you did not: cancel it on this page. Until then, nothing about your sign-in changes.
${cancel}`,
      };
}

/** To an address that the operator invites. */
export function invitedToSignUpMessage(language: MessageLanguage, link: string): Message {
  return language === 'ja'
    ? {
        kind: 'operator-invitation',
        subject: '準備 Junbi：登録のご案内',
        bodyText: `運営者からのご案内です。次のリンクを開いて、登録を終えてください（24時間以内、1回だけ使えます）。

${link}

お心当たりがないときは、このメールを削除してください。何も登録されません。`,
      }
    : {
        kind: 'operator-invitation',
        subject: 'Junbi 準備: an invitation to register',
        bodyText: `The operator invites you. Open this link to finish registering (it works once, within 24 hours).

${link}

If you did not expect this, delete this message: nothing is registered.`,
      };
}
