import { messages, sentences } from '../language.ts';

export const profile = messages({
  ja: {
    title: '会社の情報',
    lead: '要件が当てはまるかどうかを決めるために使います。わからないものは「わからない」のままで構いません。当てはまるかどうか分からない要件は、幅として計算します。',
    groups: {
      company: '会社',
      ownership: '所有と支配',
      people: '人',
      places: '場所',
      dealings: '取引',
    },
    unknown: 'わからない',
    yes: 'はい',
    no: 'いいえ',
    save: '保存する',
    readOnly: 'この会社の情報は、見ることだけができます。',
    saved: (time: string) => `保存しました ${time}`,
    start: '点検を始める',
    problems: sentences({
      'not-number': '0以上の整数で入れてください。',
      'not-choice': '選択肢から選んでください。',
      'read-only':
        'この会社の情報は、見ることだけができます。変えるときは、変更できる方に頼んでください。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。必要なところを写してから、画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
    stale: (name: string, time: string) => `${name}さんが${time}に、会社の情報を保存しました`,
    staleLead:
      'あなたの入力はまだ保存していません。違うところは次のとおりです。このまま保存すると、あなたの入力が新しい版になります（前の版も記録に残ります）。',
    theirs: '保存されている内容',
    yours: 'あなたの入力',
    fact: '項目',
  },
  en: {
    title: 'Company facts',
    lead: 'These facts decide which requirements apply. What you do not know may stay “I don’t know”: a requirement that may or may not apply is counted as a range.',
    groups: {
      company: 'Company',
      ownership: 'Ownership and control',
      people: 'People',
      places: 'Places',
      dealings: 'Dealings',
    },
    unknown: 'I don’t know',
    yes: 'Yes',
    no: 'No',
    save: 'Save',
    readOnly: 'You can read this company’s facts but not change them.',
    saved: (time: string) => `Saved ${time}`,
    start: 'Start a self-check',
    problems: sentences({
      'not-number': 'Enter a whole number of 0 or more.',
      'not-choice': 'Choose one of the options.',
      'read-only':
        'You can read this company’s facts but not change them. Ask someone who may change them.',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was saved. Copy what you need, then open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
    stale: (name: string, time: string) => `${name} saved the company’s facts at ${time}`,
    staleLead:
      'Yours are not saved yet. These differ. If you save now, yours become the new version; the earlier one stays on record.',
    theirs: 'As saved',
    yours: 'As you typed',
    fact: 'Fact',
  },
});
