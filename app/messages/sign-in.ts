import { messages, sentences } from '../language.ts';

export const signIn = messages({
  ja: {
    signUp: {
      title: '登録する',
      lead: 'メールアドレスに、続きの手順をお送りします。すでに登録があるかどうかは、この画面ではお答えしません。',
      submit: '手順を受け取る',
      sent: 'ご記入のアドレスに、続きの手順をお送りしました。リンクは24時間、1回だけ使えます。',
      have: '登録が済んでいる方は、サインインへ',
    },
    finish: {
      title: '登録を終える',
      lead: 'お名前とパスワードを決めてください。',
      submit: '登録してサインインする',
      expired: '期限が過ぎたか、すでに使われたリンクです。もう一度、手順を受け取ってください。',
      again: '手順をもう一度受け取る',
    },
    signIn: {
      title: 'サインイン',
      submit: 'サインインする',
      forgot: 'パスワードを忘れたとき',
      none: 'はじめての方は、登録へ',
      needed:
        'このページを見るには、サインインしてください。しばらく操作がなかったときは、安全のため閉じています。',
    },
    aside: {
      title: '預からないもの',
      items: [
        '適性評価の内容や結果、候補者の名前',
        '重要経済安保情報の題名や内容',
        '鍵の番号、警報の配置、図面',
        '証跡の文書そのもの',
      ],
      before: '登録の前に',
      check: '5分チェック（登録は要りません）',
    },
    forgot: {
      title: 'パスワードを決め直す',
      lead: 'メールアドレスに、決め直すためのリンクをお送りします。',
      submit: 'リンクを受け取る',
      sent: 'ご記入のアドレスに、リンクをお送りしました。1時間、1回だけ使えます。',
    },
    reset: {
      title: '新しいパスワード',
      lead: '決め直すと、ほかの端末のサインインはすべて終わります。',
      submit: '決め直してサインインする',
      expired: '期限が過ぎたか、すでに使われたリンクです。もう一度、リンクを受け取ってください。',
      again: 'リンクをもう一度受け取る',
    },
    sentTitle: 'メールをご覧ください',
    sentHelp:
      '届かないときは、迷惑メールのフォルダーとアドレスの綴りを確かめて、もう一度お試しください。',
    expired: { title: 'このリンクは使えません' },
    refusedTitle: '次のところを直してください',
    email: 'メールアドレス',
    name: 'お名前',
    nameHelp: '回答の記録に「誰が答えたか」として出ます。',
    password: 'パスワード',
    newPasswordHelp:
      '15文字以上。覚えやすい長い文で構いません。記号や数字を混ぜる決まりはありません。',
    problems: sentences({
      'email-form': 'メールアドレスを、name@example.co.jp のような形で入れてください。',
      'name-missing': 'お名前を入れてください（80文字まで）。',
      'password-missing': 'パスワードを入れてください。',
      'password-short': 'パスワードは15文字以上にしてください。',
      'password-long': 'パスワードは128文字までにしてください。',
      'password-easy': '推測されやすいパスワードです。関係のない言葉をいくつか並べてください。',
      'wrong-pair': 'メールアドレスかパスワードが違います。確かめて、もう一度入れてください。',
      'too-many':
        '試す回数が多すぎます。15分ほど待って、もう一度お試しください。続くときは、パスワードを決め直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    signUp: {
      title: 'Register',
      lead: 'We will send the next steps to your address. This page does not say whether an account exists.',
      submit: 'Send me the next steps',
      sent: 'The next steps are on their way to the address you gave. The link works once, within 24 hours.',
      have: 'Already registered? Sign in',
    },
    finish: {
      title: 'Finish registering',
      lead: 'Choose your name and a password.',
      submit: 'Register and sign in',
      expired: 'It has expired or was used before. Please ask for the next steps again.',
      again: 'Send me the next steps again',
    },
    signIn: {
      title: 'Sign in',
      submit: 'Sign in',
      forgot: 'Forgotten your password?',
      none: 'New here? Register',
      needed:
        'Sign in to see this page. After a while without activity, sessions are closed for security.',
    },
    aside: {
      title: 'What is not taken in',
      items: [
        'Contents or results of vettings, names of candidates',
        'Titles or contents of designated information',
        'Key numbers, positions of alarms, drawings',
        'The documents that serve as evidence',
      ],
      before: 'Before you register',
      check: 'Five-minute check (no account needed)',
    },
    forgot: {
      title: 'Choose a new password',
      lead: 'We will send a link to your address with which you can choose a new password.',
      submit: 'Send me the link',
      sent: 'The link is on its way to the address you gave. It works once, within one hour.',
    },
    reset: {
      title: 'New password',
      lead: 'Choosing a new one ends the sessions on all other devices.',
      submit: 'Set it and sign in',
      expired: 'It has expired or was used before. Please ask for another link.',
      again: 'Send me another link',
    },
    sentTitle: 'Check your email',
    sentHelp:
      'If nothing arrives, check the junk folder and the spelling of the address, and try again.',
    expired: { title: 'This link cannot be used' },
    refusedTitle: 'Please correct the following',
    email: 'Email address',
    name: 'Your name',
    nameHelp: 'Shown in the history of answers as the person who answered.',
    password: 'Password',
    newPasswordHelp:
      'At least 15 characters. A long phrase that you can remember is fine; symbols and digits are not required.',
    problems: sentences({
      'email-form': 'Enter an email address such as name@example.co.jp.',
      'name-missing': 'Enter your name (up to 80 characters).',
      'password-missing': 'Enter your password.',
      'password-short': 'Use at least 15 characters.',
      'password-long': 'Use at most 128 characters.',
      'password-easy': 'This password is easy to guess. Put a few unrelated words together.',
      'wrong-pair': 'The email address or the password is wrong. Check both and try again.',
      'too-many':
        'Too many attempts. Please wait about 15 minutes and try again. If it goes on, choose a new password.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
