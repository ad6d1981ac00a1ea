import { messages, sentences } from '../language.ts';
import { plural } from '../print.ts';

/** Who sees to what by when, and what members say to each other about a question. */
export const together = messages({
  ja: {
    tasks: {
      title: '担当と期限',
      lead: '分野ごとに、答える方と期限を決めます。担当を決めても、見られる範囲は変わりません。',
      progress: (answered: number, asked: number) => `${asked}問のうち${answered}問に回答`,
      owner: '担当',
      assigned: (name: string) => `担当：${name}`,
      due: '期限',
      nobody: '（決めていない）',
      gone: (name: string) => `${name}（いまは参加していません）`,
      by: (name: string, time: string) => `${name}さんが${time}に決めました`,
      dueOn: (day: string) => `${day}まで`,
      overdue: '期限を過ぎています',
      save: '決める',
      saveFor: (section: string) => `${section}の担当と期限を決める`,
      saved: '保存しました。',
      readOnly: '担当と期限は、責任者と作成者が決めます。',
      closed: 'この点検は回答中ではないため、担当と期限は変えられません。',
      toTeam: 'チームのページへ',
      help: '選べるのは、その分野に答えられる方です。回答者の分野は、チームのページで決めます。',
      problems: sentences({
        due: '期限は、2027-06-30 の形の日付で入れてください。',
        'no-such-person':
          'その方は、この分野に答えられません。ほかの方を選ぶか、チームのページで分野を加えてください。',
        stale: '先に別の方が決めました。いまの担当と期限を見て、よければもう一度決めてください。',
        closed: 'この点検は回答中ではないため、担当と期限は変えられません。',
        'not-allowed': '担当と期限は、責任者と作成者が決めます。',
        'other-person':
          'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。',
        form: '送られた内容を読み取れませんでした。もう一度お試しください。',
      }),
    },
    comments: {
      title: 'コメント',
      heading: (code: string) => `${code}のコメント`,
      lead: 'この質問について、確かめ合うための欄です。この会社の記録でこの分野を見られる方全員（迎えた外部の方を含みます）に見えます。答えや計算には入りません。',
      back: '質問に戻る',
      none: 'まだコメントがありません。',
      by: (name: string, time: string) => `${name}　${time}`,
      to: (names: string) => `宛て：${names}`,
      settled: (name: string) => `済み（${name}）`,
      settle: '済みにする',
      body: 'コメント',
      bodyHelp:
        '400文字まで。保護される情報の内容や題名、適性評価の内容、書いてはならない個人の情報は書かないでください。',
      mention: '見てほしい人（任意）',
      mentionHelp: '選んだ方のホームに、済みになるまで載ります。',
      add: 'コメントする',
      added: 'コメントを載せました。',
      settledNow: '済みにしました。',
      readOnly: 'この会社の記録は、見ることだけができます。',
      open: (count: number) => `済みでないコメント ${count}件`,
      see: 'コメントを見る・書く',
      older: '新しい100件を載せています。',
      problems: sentences({
        body: 'コメントを400文字までで書いてください。',
        'free-text':
          'コメントに、ここでは預かれない言葉があります。情報の内容や人の情報は書かないでください。',
        mention: '見てほしい人は10人までにしてください。',
        'no-such-person': '選んだ方の中に、この分野を見られない方がいます。選び直してください。',
        'not-allowed': 'この会社の記録は、見ることだけができます。',
        'other-person':
          'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。',
        form: '送られた内容を読み取れませんでした。もう一度お試しください。',
      }),
    },
    yours: {
      title: 'あなた宛て',
      left: (count: number) => (count === 0 ? 'すべて回答済み' : `残り${count}問`),
      task: (section: string, title: string) => `${section} ${title}の担当`,
      mention: (name: string, code: string) => `${name}さんから ${code}のコメント`,
    },
  },
  en: {
    tasks: {
      title: 'Owners and due dates',
      lead: 'For each domain, who answers and by when. Giving somebody a domain does not change what they can see.',
      progress: (answered: number, asked: number) =>
        `${answered} of ${plural(asked, 'question')} answered`,
      owner: 'Owner',
      assigned: (name: string) => `Owner: ${name},`,
      due: 'Due',
      nobody: '(nobody yet)',
      gone: (name: string) => `${name} (no longer a member)`,
      by: (name: string, time: string) => `Set by ${name}, ${time}`,
      dueOn: (day: string) => `by ${day}`,
      overdue: 'overdue',
      save: 'Set',
      saveFor: (section: string) => `Set owner and due date of ${section}`,
      saved: 'Saved.',
      readOnly: 'Owners and preparers decide who answers what by when.',
      closed:
        'This self-check is not being answered now, so owners and due dates stay as they are.',
      toTeam: 'To the team page',
      help: 'Those who can answer in the domain can be chosen. Which domains a respondent has is decided on the team page.',
      problems: sentences({
        due: 'Please give the date in the form 2027-06-30.',
        'no-such-person':
          'This person cannot answer in the domain. Choose another, or add the domain on the team page.',
        stale:
          'Somebody has set it in the meantime. Look at owner and date as they are now, and set them again if you still want to.',
        closed:
          'This self-check is not being answered now, so owners and due dates stay as they are.',
        'not-allowed': 'Owners and preparers decide who answers what by when.',
        'other-person':
          'Someone else is signed in now than when this page was opened. Nothing was saved.',
        form: 'What was sent could not be read. Please try again.',
      }),
    },
    comments: {
      title: 'Comments',
      heading: (code: string) => `Comments on ${code}`,
      lead: 'For making sure of things together. Everybody who sees this domain of the company’s records reads it, consultants who were let in included. Comments are no part of an answer or a figure.',
      back: 'Back to the question',
      none: 'No comment yet.',
      by: (name: string, time: string) => `${name}, ${time}`,
      to: (names: string) => `To ${names}`,
      settled: (name: string) => `Settled (${name})`,
      settle: 'Settle',
      body: 'Comment',
      bodyHelp:
        'Up to 400 characters. Write no protected information or its title, no vetting content and no personal data that do not belong here.',
      mention: 'Who should look at it (optional)',
      mentionHelp: 'It stands on their home page until it is settled.',
      add: 'Add the comment',
      added: 'The comment was added.',
      settledNow: 'Settled.',
      readOnly: 'You can read this company’s records but not change them.',
      open: (count: number) => plural(count, 'open comment'),
      see: 'Read and write comments',
      older: 'The newest 100 are shown.',
      problems: sentences({
        body: 'Please write a comment of up to 400 characters.',
        'free-text':
          'The comment has words that cannot be kept here. Write nothing of protected information and no personal data.',
        mention: 'Please choose up to ten people.',
        'no-such-person': 'One of those you chose cannot see this domain. Please choose again.',
        'not-allowed': 'You can read this company’s records but not change them.',
        'other-person':
          'Someone else is signed in now than when this page was opened. Nothing was saved.',
        form: 'What was sent could not be read. Please try again.',
      }),
    },
    yours: {
      title: 'For you',
      left: (count: number) => (count === 0 ? 'all answered' : `${count} left`),
      task: (section: string, title: string) => `Yours: ${section} ${title}`,
      mention: (name: string, code: string) => `${name} on ${code}`,
    },
  },
});
