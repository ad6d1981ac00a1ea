import { messages, sentences } from '../language.ts';

export const leaving = messages({
  ja: {
    title: '書き出しと退会',
    lead: '会社の記録は会社のものです。いつでもすべて書き出せ、いつでもやめられます。',
    exportTitle: 'すべてを書き出す',
    exportIntro: '責任者だけができます。',
    exportLead:
      '会社の情報、点検、回答の履歴、証跡の一覧、操作の記録を、1つのZIPファイルにまとめます。表計算ソフトで開ける表も入っています。',
    exportCaution: 'ファイルには会社の弱いところが書かれています。置き場所に気をつけてください。',
    exportButton: '書き出す',
    eraseTitle: '会社を削除する',
    eraseIntro: '申し込んでから30日のあいだは、取りやめられます。',
    eraseLead:
      '30日たつと、回答も証跡の一覧も操作の記録もすべて消え、元に戻せません。先に書き出しておくことをお勧めします。',
    eraseConfirm: '30日後にすべて消えることを理解しました',
    eraseButton: '削除を申し込む',
    asked: (name: string, at: string) => `${name}さんが${at}に削除を申し込みました。`,
    due: (at: string) => `${at}にすべて消えます。それまでは今までどおり使えます。`,
    recallButton: '削除を取りやめる',
    backups:
      '消えたあとに、控え（最後のハッシュ値と件数）をお送りします。運営者のバックアップの扱いは、運営者にお尋ねください。',
    problems: sentences({
      confirm: '理解したことを確かめて、印を付けてください。',
      'not-allowed': 'この操作ができるのは、本人の確認から5分以内の責任者です。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。何もしていません。画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    title: 'Export and leaving',
    lead: 'The records of a company are its own. You can export all of them at any time, and leave at any time.',
    exportTitle: 'Export everything',
    exportIntro: 'For owners only.',
    exportLead:
      'Company facts, assessments, answers with their history, the list of evidence and the access log come as one ZIP file, with tables for a spreadsheet.',
    exportCaution: 'The file tells where the company is weak. Mind where you keep it.',
    exportButton: 'Export',
    eraseTitle: 'Delete the company',
    eraseIntro: 'You can recall it for 30 days.',
    eraseLead:
      'After 30 days all answers, the list of evidence and the access log are gone for good. We suggest exporting them first.',
    eraseConfirm: 'I understand that everything will be gone after 30 days',
    eraseButton: 'Ask for deletion',
    asked: (name: string, at: string) => `${name} asked for deletion on ${at}.`,
    due: (at: string) => `Everything will be gone on ${at}. Until then all works as before.`,
    recallButton: 'Recall the deletion',
    backups:
      'Afterwards you receive a receipt (the last hash and the counts). Backups are the operator’s: ask the operator about them.',
    problems: sentences({
      confirm: 'Please tick the box to say that you understand.',
      'not-allowed': 'Only an owner can do this, within five minutes of confirming who they are.',
      'other-person':
        'Someone else is signed in than when you opened this page. Nothing was done. Please open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
