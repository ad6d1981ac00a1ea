import { messages } from '../language.ts';

export const outbox = messages({
  ja: {
    title: '送信箱（この端末でだけ見えます）',
    lead: 'メールサーバーがなくても試せるように、送るはずのメールをここに並べます。',
    none: 'まだメールはありません。',
    to: (address: string) => `宛先：${address}`,
  },
  en: {
    title: 'Outbox (visible on this machine only)',
    lead: 'Messages that would be sent, so that Junbi can be tried without a mail server.',
    none: 'No message yet.',
    to: (address: string) => `To: ${address}`,
  },
});
