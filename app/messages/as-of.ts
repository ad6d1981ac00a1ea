import { messages } from '../language.ts';

/** Looking at how something stood on an earlier day. */
export const asOf = messages({
  ja: {
    label: 'いつの時点で見るか',
    help: 'その日の終わりの時点を再現します。空にすると今です。',
    submit: 'この時点で見る',
    now: '今に戻る',
    note: (day: string) => `${day}の終わりの時点を再現しています。そのあとの変更は入っていません。`,
    problems: {
      'not-a-day':
        '日付を正しく入れてください（例：2026年9月1日は 2026-09-01）。今の状態を表示しています。',
      'not-yet': 'まだ来ていない日です。今の状態を表示しています。',
      signed: '署名した結果は、署名したときのまま変わりません。日付は空にしてください。',
      'not-started': 'その日には、この点検はまだ始まっていませんでした。今の状態を表示しています。',
    },
  },
  en: {
    label: 'As of which day',
    help: 'Shows how everything stood when that day was over in Japan. Leave it empty for now.',
    submit: 'Show that day',
    now: 'Back to now',
    note: (day: string) =>
      `This is how everything stood at the end of ${day} in Japan. What changed later is not in it.`,
    problems: {
      'not-a-day': 'Enter a real date (1 September 2026 is 2026-09-01). This is how it stands now.',
      'not-yet': 'That day is still to come. This is how it stands now.',
      signed: 'A signed result stays as it was signed. Leave the day empty.',
      'not-started': 'This self-check had not begun on that day. This is how it stands now.',
    },
  },
});
