import type { Message, MessageLanguage } from './message.ts';

/** What a person is told about their own account. */
export type SecurityEvent =
  | 'new-browser'
  | 'passkey-added'
  | 'passkey-removed'
  | 'one-time-codes-added'
  | 'one-time-codes-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'password-replaced'
  | 'recovery-finished'
  | 'recovery-cancelled';

const SENTENCES: Record<MessageLanguage, Record<SecurityEvent, string>> = {
  ja: {
    'new-browser': 'これまでと違う端末またはブラウザーで、サインインがありました。',
    'passkey-added': 'パスキーが追加されました。',
    'passkey-removed': 'パスキーが外されました。',
    'one-time-codes-added': '確認コードのアプリが登録されました。',
    'one-time-codes-removed': '確認コードのアプリが外されました。',
    'recovery-codes-made': '回復コードが新しく作られました。前の回復コードは使えません。',
    'recovery-code-used': '回復コードが1つ使われました。',
    'password-replaced': 'パスワードが変わり、ほかの端末のサインインはすべて終わりました。',
    'recovery-finished':
      '登録の回復が終わりました。前のパスキー、確認コード、回復コード、パスワードは使えません。',
    'recovery-cancelled': '登録の回復が取り消されました。何も変わっていません。',
  },
  en: {
    'new-browser': 'Someone signed in from a device or browser that was not used before.',
    'passkey-added': 'A passkey was added.',
    'passkey-removed': 'A passkey was removed.',
    'one-time-codes-added': 'An app for one-time codes was registered.',
    'one-time-codes-removed': 'The app for one-time codes was removed.',
    'recovery-codes-made': 'New recovery codes were made. The earlier ones no longer work.',
    'recovery-code-used': 'One of your recovery codes was used.',
    'password-replaced': 'Your password was changed, and all sessions on other devices have ended.',
    'recovery-finished':
      'Your account was recovered. The earlier passkeys, one-time codes, recovery codes and password no longer work.',
    'recovery-cancelled': 'The recovery of your account was cancelled. Nothing has changed.',
  },
};

/** To the owner of an account, after each change to how it is signed in to. */
export function securityNotice(
  language: MessageLanguage,
  event: SecurityEvent,
  settings: string,
): Message {
  const sentence = SENTENCES[language][event];
  return language === 'ja'
    ? {
        kind: event,
        subject: '準備 Junbi：サインインについてのお知らせ',
        bodyText: `${sentence}

ご自身の操作であれば、何もする必要はありません。お心当たりがないときは、セキュリティの設定を開き、ほかの端末のサインインを終えて、パスワードを変えてください：${settings}`,
      }
    : {
        kind: event,
        subject: 'Junbi 準備: about your sign-in',
        bodyText: `${sentence}

If it was you, there is nothing to do. If it was not, open the security settings, end the sessions on other devices and change your password: ${settings}`,
      };
}
