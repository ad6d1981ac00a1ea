import { messages, sentences } from '../language.ts';
import { plural } from '../print.ts';

const refusedJa = {
  'title-missing': '点検の名前を入れてください（120文字まで）。',
  'free-text':
    '点検の名前に、ここでは預かれない言葉があります。情報の内容や人の名前は書かないでください。',
  'no-such-step': 'この版には引き継げません。画面を開き直してください。',
  'stands-submitted':
    '提出中の点検は引き継げません。提出を取り下げるか、署名の後に引き継いでください。',
  'stands-carried': 'この点検は、既に新しい版に引き継がれています。',
  'stands-undone': 'この点検の引き継ぎは取り消されています。元の点検から引き継いでください。',
  'stands-approved': 'この点検は、既に新しい点検に引き継がれています。',
  'stands-open': 'まだ署名していない点検は、同じ版では繰り返せません。',
  signed: '署名の済んだ引き継ぎは取り消せません。',
  'not-allowed': '引き継ぐことと取り消すことは、責任者と作成者ができます。',
  'not-found': 'この点検は見つかりません。',
  stale: 'この質問には、ほかの方が先に答えています。画面を開き直して確かめてください。',
  'closed-submitted': '提出済みのため、答えは変えられません。',
  'closed-approved': '署名済みのため、答えは変えられません。',
  'closed-carried': '新しい版の点検に引き継がれています。答えは新しい点検で入れてください。',
  'closed-undone': 'この点検の引き継ぎは取り消されました。元の点検で答えてください。',
  'other-person':
    'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。',
  form: '送られた内容を読み取れませんでした。もう一度お試しください。',
};
const refusedEn: typeof refusedJa = {
  'title-missing': 'Enter a name (up to 120 characters).',
  'free-text':
    'The name has words that cannot be kept here. Write nothing of protected information and no names of people.',
  'no-such-step': 'It cannot be carried into this edition. Please open the page again.',
  'stands-submitted':
    'A submitted self-check cannot be carried. Take the submission back, or carry it once it is signed.',
  'stands-carried': 'This self-check has already been carried into a new edition.',
  'stands-undone': 'The carrying of this self-check was undone. Carry it from the earlier one.',
  'stands-approved': 'This self-check has already been carried on.',
  'stands-open': 'A self-check that is not signed yet is not repeated in the same edition.',
  signed: 'What was signed after carrying cannot be undone.',
  'not-allowed': 'Owners and preparers can carry and undo.',
  'not-found': 'This self-check cannot be found.',
  stale: 'Someone else answered this question first. Open the page again and check.',
  'closed-submitted': 'It has been submitted, so answers cannot be changed.',
  'closed-approved': 'It has been signed, so answers cannot be changed.',
  'closed-carried': 'It was carried into a new self-check. Please answer there.',
  'closed-undone': 'The carrying was undone. Please answer in the earlier self-check.',
  'other-person':
    'Someone else is signed in now than when this page was opened. Nothing was saved.',
  form: 'What was sent could not be read. Please try again.',
};

/** Carrying an assessment into the next edition, and what waits for a person there. */
export const versions = messages({
  ja: {
    carry: {
      title: '新しい版に引き継ぐ',
      again: '新しい回の点検を始める',
      lead: (title: string) =>
        `「${title}」の答えが、新しい版でそれぞれどうなるかを示しています。見るだけでは何も変わりません。`,
      againLead: (title: string) =>
        `署名した「${title}」の答えを引き継いで、同じ版で新しい回を始めます。前の点検と署名はそのまま残ります。`,
      noneTitle: '引き継げる新しい版はありません',
      noneLead: 'この点検の版が、いま公開されている一番新しい版です。',
      noteTitle: '何が変わったか',
      noteIntro: (from: string, to: string) => `${from}から${to}へ`,
      time: (count: number, text: string) =>
        `すべて答えた会社なら、人が見る質問は${count}問、目安は${text}です。`,
      asked: (added: string, removed: string) =>
        `加わった要件：${added}　なくなった要件：${removed}`,
      none: 'なし',
      before: '前の版',
      after: '新しい版',
      why: '理由',
      answersTitle: 'あなたの会社の答え',
      answersIntro: '元の点検は、引き継いだ後も一字も変わりません。',
      counts: {
        carried: (count: number) => `${count}問はそのまま引き継ぎます。`,
        confirm: (count: number) =>
          `${count}問は、前の答えを横に示します。確かめるまでは「わからない」と同じに数えます。`,
        open: (count: number) => `${count}問は、答え直します。`,
        archived: (count: number) => `${count}問は聞かなくなります。答えは前の点検に残ります。`,
      },
      restTitle: (count: number) => `そのまま引き継ぐ答え（${count}問）`,
      planTitle: '計画と案',
      plan: (count: number) =>
        `進めている計画を、対策${count}件の状態、担当、期日とともに引き継ぎます。`,
      scenarios: (count: number) => `残した案${count}件を引き継ぎます。`,
      narrowed: (count: number) => `案${count}件からは、新しい版にない対策と要件を外します。`,
      left: (count: number, ids: string) =>
        `新しい版にない対策${count}件（${ids}）は、前の点検に残ります。`,
      startTitle: '引き継ぐ',
      startIntro:
        '新しい点検ができ、この点検は答えを受け付けなくなります。署名の前なら、いつでも取り消せます。',
      name: '新しい点検の名前',
      submit: '引き継いで新しい点検を始める',
      readOnly: '引き継ぐことは、責任者と作成者ができます。',
    },
    types: {
      same: '同じ',
      wording: '言い方だけ',
      meaning: '意味が変わった',
      split: '分けた',
      merged: 'まとめた',
      new: '新しい',
      retired: '聞かなくなった',
    },
    states: {
      carried: '引き継ぐ',
      confirm: '確かめる',
      open: '答え直す',
      archived: '前の点検に残す',
    },
    columns: { question: '質問', state: '状態', rule: '規則', answer: '前の答え' },
    confirm: {
      title: '引き継いだ答えを確かめる',
      lead: '意味が変わった質問と、まとめた質問です。確かめるまでは「わからない」と同じに数えます。',
      left: (count: number) => `あと${count}問`,
      doneTitle: 'すべて確かめました',
      doneLead: '引き継ぎで確かめる答えは、もうありません。',
      notCarried: 'この点検は、前の版から引き継いだものではありません。',
      before: '前の質問と答え',
      after: '新しい質問',
      was: (answer: string) => `前の答え：${answer}`,
      keep: (code: string) => `${code} の答えのままでよい`,
      answer: '答え直す',
      openTitle: '答え直す質問',
      openIntro: '分けた質問と、新しい質問です。',
      undoTitle: '引き継ぎを取り消す',
      undoIntro: (title: string) =>
        `「${title}」に戻ります。引き継いだ後に新しい点検で入れた答えと、計画に加えた変更は使われなくなります（記録には残ります）。`,
      undo: '引き継ぎを取り消す',
      undoRefused: '署名した後は、取り消せません。',
      source: (name: string, day: string) => `${name}さんが${day}に引き継ぎました。`,
      saved: '確かめました。',
    },
    problems: sentences(refusedJa),
  },
  en: {
    carry: {
      title: 'Carry into the new edition',
      again: 'Start a new run',
      lead: (title: string) =>
        `What becomes of each answer of “${title}” in the new edition. Looking changes nothing.`,
      againLead: (title: string) =>
        `A new run in the same edition with the answers of “${title}”, which was signed. The earlier self-check and its signature stay as they are.`,
      noneTitle: 'There is no newer edition to carry into',
      noneLead: 'The edition of this self-check is the newest one published.',
      noteTitle: 'What changed',
      noteIntro: (from: string, to: string) => `${from} to ${to}`,
      time: (count: number, text: string) =>
        `For a company that answered everything, ${plural(count, 'question')} ${count === 1 ? 'needs' : 'need'} a person, about ${text}.`,
      asked: (added: string, removed: string) =>
        `Requirements added: ${added}. Requirements gone: ${removed}.`,
      none: 'none',
      before: 'Before',
      after: 'Now',
      why: 'Why',
      answersTitle: 'The answers of your company',
      answersIntro: 'The earlier self-check stays as it is, word for word.',
      counts: {
        carried: (count: number) => `${plural(count, 'answer')} carried as is.`,
        confirm: (count: number) =>
          `${plural(count, 'answer')} shown beside the new text; until confirmed, counted like “don’t know”.`,
        open: (count: number) => `${plural(count, 'answer')} to be given anew.`,
        archived: (count: number) =>
          `${plural(count, 'answer')} no longer asked for; kept in the earlier self-check.`,
      },
      restTitle: (count: number) => `Carried as is (${count})`,
      planTitle: 'Plan and scenarios',
      plan: (count: number) =>
        `The plan in progress comes along, with the states, owners and due dates of ${plural(count, 'action')}.`,
      scenarios: (count: number) =>
        `${plural(count, 'scenario')} ${count === 1 ? 'comes' : 'come'} along.`,
      narrowed: (count: number) =>
        `${plural(count, 'scenario')} ${count === 1 ? 'loses' : 'lose'} actions or requirements that the new edition does not have.`,
      left: (count: number, ids: string) =>
        `${plural(count, 'action')} (${ids}) ${count === 1 ? 'is' : 'are'} not in the new edition and ${count === 1 ? 'stays' : 'stay'} in the earlier self-check.`,
      startTitle: 'Carry',
      startIntro:
        'A new self-check begins, and this one takes no more answers. Until it is signed, this can be undone at any time.',
      name: 'Name of the new self-check',
      submit: 'Carry and start the new self-check',
      readOnly: 'Owners and preparers can carry a self-check.',
    },
    types: {
      same: 'same',
      wording: 'wording only',
      meaning: 'meaning changed',
      split: 'split',
      merged: 'merged',
      new: 'new',
      retired: 'no longer asked',
    },
    states: {
      carried: 'carried',
      confirm: 'to confirm',
      open: 'to answer',
      archived: 'kept there',
    },
    columns: { question: 'Question', state: 'State', rule: 'Rule', answer: 'Earlier answer' },
    confirm: {
      title: 'Confirm the answers that were carried',
      lead: 'Questions whose meaning changed, and questions that were merged. Until confirmed they count like “don’t know”.',
      left: (count: number) => `${plural(count, 'question')} left`,
      doneTitle: 'Everything is confirmed',
      doneLead: 'No carried answer waits for confirmation.',
      notCarried: 'This self-check was not carried from an earlier one.',
      before: 'Earlier question and answer',
      after: 'New question',
      was: (answer: string) => `Earlier answer: ${answer}`,
      keep: (code: string) => `The answer of ${code} still holds`,
      answer: 'Answer anew',
      openTitle: 'Questions to answer',
      openIntro: 'Questions that were split, and new ones.',
      undoTitle: 'Undo the carrying',
      undoIntro: (title: string) =>
        `Back to “${title}”. Answers given and changes made to the plan in the new self-check since then are no longer used (they stay in the record).`,
      undo: 'Undo the carrying',
      undoRefused: 'Once signed it cannot be undone.',
      source: (name: string, day: string) => `Carried by ${name} on ${day}.`,
      saved: 'Confirmed.',
    },
    problems: sentences(refusedEn),
  },
});
