import { messages } from '../language.ts';
import { plural } from '../print.ts';

/** By when a self-check is looked at again. */
export const review = messages({
  ja: {
    title: '次の見直し',
    intro: 'この点検をいつ見直すかを決めておけます。30日前から、責任者と作成者のホームに載ります。',
    none: '見直しの日は、まだ決めていません。',
    withdrawn: '見直しの日は、いまは決めていません。',
    stands: (day: string) => `見直しの日：${day}`,
    left: (days: number) =>
      days === 0 ? '（今日です）' : days > 0 ? `（あと${days}日）` : `（${-days}日過ぎています）`,
    setBy: (name: string, time: string) => `${name}さんが${time}に決めました`,
    withdrawnBy: (name: string, time: string) => `${name}さんが${time}に取り消しました`,
    saved: '保存しました。',
    day: '見直しの日',
    suggestion: (day: string | null) =>
      `${day === null ? '署名から1年後' : `最後の署名から1年後（${day}）`}を目安にすることをお勧めします。Junbiからの提案で、法令や行政機関が求める時期を示すものではありません。`,
    set: '見直しの日を決める',
    change: '見直しの日を変える',
    withdraw: '見直しの日を取り消す',
    readOnly: '見直しの日は、責任者と作成者が決めます。',
    carried: '新しい点検に引き継がれています。見直しの日は、新しい点検で決めてください。',
    toNext: '新しい点検の「提出と署名」へ',
    undone: '引き継ぎが取り消されているため、見直しの日は決められません。',
    reminder: (days: number) =>
      days === 0
        ? '今日が見直しの日です'
        : days > 0
          ? `見直しの日まで${days}日`
          : `見直しの日を${-days}日過ぎています`,
    of: (title: string) => `「${title}」`,
    leads: {
      again: '新しい回を始められます',
      next: '次の版に引き継げます',
      signOff: '「提出と署名」のページへ',
    },
  },
  en: {
    title: 'Next review',
    intro:
      'You can settle when this self-check is looked at again. From 30 days before, it stands on the home page of owners and preparers.',
    none: 'No review date has been set yet.',
    withdrawn: 'No review date is set now.',
    stands: (day: string) => `Review date: ${day}`,
    left: (days: number) =>
      days === 0
        ? '(today)'
        : days > 0
          ? `(${plural(days, 'day')} left)`
          : `(${plural(-days, 'day')} past)`,
    setBy: (name: string, time: string) => `Set by ${name}, ${time}`,
    withdrawnBy: (name: string, time: string) => `Removed by ${name}, ${time}`,
    saved: 'Saved.',
    day: 'Review date',
    suggestion: (day: string | null) =>
      `We suggest a year after ${day === null ? 'a signature' : `the last signature (${day})`}. It is Junbi’s own suggestion and says nothing of what the law or an agency may ask for.`,
    set: 'Set the review date',
    change: 'Change the review date',
    withdraw: 'Remove the review date',
    readOnly: 'Owners and preparers set the review date.',
    carried: 'A new self-check goes on from this one. Please set the review date there.',
    toNext: 'Submission and signature of the new self-check',
    undone: 'The carrying was undone, so no review date can be set.',
    reminder: (days: number) =>
      days === 0
        ? 'Today is the review date'
        : days > 0
          ? `${plural(days, 'day')} to the review date`
          : `${plural(-days, 'day')} past the review date`,
    of: (title: string) => `${title}:`,
    leads: {
      again: 'a new run can be started',
      next: 'it can be carried into the next edition',
      signOff: 'to submission and signature',
    },
  },
});
