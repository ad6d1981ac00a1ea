import { messages } from '../language.ts';

interface Facts {
  title: string;
  intro: string;
  items: [term: string, text: string][];
}

interface OperatorTexts {
  missingTitle: string;
  missing: string;
  otherLanguage: string;
  supplied: { title: string; intro: string };
}

/** Around the texts that the operator supplies. */
export const operator = messages<OperatorTexts>({
  ja: {
    missingTitle: 'このサイトの運営者は、まだ文章を用意していません',
    missing:
      '運営者が文章を用意すると、ここに表示されます。それまでは、運営者に直接お尋ねください。',
    otherLanguage: '日本語の文章は用意されていません。英語の文章を表示しています。',
    supplied: { title: '運営者から', intro: 'このサイトの運営者が用意した文章です。' },
  },
  en: {
    missingTitle: 'The operator of this installation has not supplied this text yet',
    missing: 'It will stand here once supplied. Until then, please ask the operator directly.',
    otherLanguage: 'There is no English text; the Japanese one is shown.',
    supplied: {
      title: 'From the operator',
      intro: 'Supplied by the operator of this installation.',
    },
  },
});

/** Facts of the software, true of every installation. */
export const privacy = messages<{ title: string; lead: string; facts: Facts }>({
  ja: {
    title: '個人情報と記録の扱い',
    lead: '利用の目的、保存の期間、処理を任せる先は、このサイトの運営者が決めます。ソフトウェアとしての Junbi が、どのサイトでも行うこと、行わないことは下のとおりです。',
    facts: {
      title: 'Junbi の仕組み',
      intro: '運営者の文章があってもなくても変わりません。',
      items: [
        [
          'クッキー',
          '三つだけです。一つはサインインの印で、30分操作がないとき、または12時間で使えなくなります。一つは前にサインインした端末だと分かるための印で、見慣れない端末でのサインインをお知らせするために使い、1年残ります。もう一つは表示する言語で、言語を切り替えたときだけ置き、1年残ります。',
        ],
        [
          '第三者',
          '画面は、ほかの会社のサーバーから何も読み込まず、何も送りません。広告、計測、外部のフォントはありません。',
        ],
        [
          '5分チェック',
          '計算はお使いのブラウザーの中で行います。答えは送られず、画面を閉じると消えます。',
        ],
        [
          '登録した方について',
          'メールアドレス、お名前、表示の言語、パスワードと回復コードの照合用の値（元に戻せない形）、パスキーの公開鍵と名前、確認コードの鍵（暗号化した形）、サインインの日時とブラウザーの種類を保存します。',
        ],
        [
          '会社の答え',
          '答え、メモ、証跡の控え、会社の情報を、運営者のデータベースだけに保存します。答えには、誰がいつ答えたかの記録が付き、直した後も前の答えが残ります。',
        ],
        [
          'ほかの会社や団体に見えること',
          'コンサルタントには、会社の責任者が許した範囲だけが、許した期間だけ見えます。団体には、参加している会社の名前と参加した日だけが分かります。会社が自社の判断で集計に加わると、業種・地域・従業員数の区分と三段階の度合いを使い、10社以上をまとめた幅のある数字だけを団体と会員に見せます。会社は「見えるもの」の画面で、いつでも終わらせられます。',
        ],
        [
          'お知らせのメール',
          '登録とパスワードの決め直しの案内、ほかの方からの招待、団体から会員への案内、サインインの方法が変わったことなどセキュリティについてのお知らせだけです。控えは運営者のデータベースに置かれます。団体の案内は、断るとその団体からは届かなくなります。案内の宛先は90日で消し、断った方については、アドレスではなく照合用の値だけを残します。',
        ],
        [
          '預からないもの',
          '文書の中身、適性評価の内容と結果、誰が候補になり同意したか、重要経済安保情報の内容や題名、鍵や警報の配置。書ける欄は短くし、送られた文をその場で調べ、当たるものは断って残しません。ただし、すべてを見分けられるわけではありません。',
        ],
        ['人の採点', '人に点を付けたり、適性を見込んだりすることはありません。'],
      ],
    },
  },
  en: {
    title: 'Privacy and records',
    lead: 'Purpose, retention and processors are decided by the operator of this installation. What Junbi as software does and does not do, in every installation, stands below.',
    facts: {
      title: 'How Junbi works',
      intro: 'True with or without a text from the operator.',
      items: [
        [
          'Cookies',
          'Three only. One marks that you are signed in; it ends after 30 minutes without activity or after 12 hours. One marks a device on which you have signed in before, so that we can tell you about a sign-in from any other; it stays for a year. The last holds the language you chose; it is set only when you switch and stays for a year.',
        ],
        [
          'Third parties',
          'Pages load nothing from, and send nothing to, the servers of anybody else. There is no advertising, no analytics and no outside font.',
        ],
        [
          'Five-minute check',
          'It is calculated in your browser. Answers are not sent and are gone when you close the page.',
        ],
        [
          'About registered people',
          'Email address, name, language, values to check the password and the recovery codes against (which cannot be turned back into them), the public keys and names of passkeys, the key of an authenticator app (encrypted), and the times of sign-ins with the kind of browser are stored.',
        ],
        [
          'A company’s answers',
          'Answers, notes, references to evidence and the company’s facts are stored in the operator’s database only. Each answer carries who gave it and when; earlier answers stay on record after a change.',
        ],
        [
          'What other organisations see',
          'A consultant sees only what a company’s owner has let them see, for as long as the owner has set. An association learns only which companies are members and since when. A company that takes part in its figures by its own act gives them its industry, region, size class and one of three steps; the association and its members see rounded figures of ten companies or more. The company can end either at any time on its page “What others see”.',
        ],
        [
          'Messages',
          'Only those for registering and for choosing a new password, invitations that somebody has sent to you, messages of an association to its members, and notices about security, such as a change to how you sign in. A copy stays in the operator’s database. Whoever opts out of the messages of an association receives none from it any more. Their addressees are forgotten after 90 days; of those who opted out, a value to compare with is kept and not the address.',
        ],
        [
          'What is not taken in',
          'Contents of documents, contents and results of vettings, who was put forward or consented, the content or title of designated information, positions of keys and alarms. Text fields are short and what is sent is checked at once; what is found is refused and not kept. The check cannot recognise everything.',
        ],
        ['Scoring of people', 'No person is scored and nobody’s suitability is predicted.'],
      ],
    },
  },
});

export const terms = messages<{ title: string; lead: string; facts: Facts }>({
  ja: {
    title: '利用の条件',
    lead: '利用の条件は、このサイトの運営者が決めます。Junbi がどのような道具であるかは、どのサイトでも同じです。',
    facts: {
      title: 'Junbi という道具',
      intro: '運営者の文章があってもなくても変わりません。',
      items: [
        [
          '自己点検であること',
          '結果は自社の答えから計算したもので、行政機関の判断ではありません。認定は行政機関の長が行います。',
        ],
        [
          'しないこと',
          '認定の見込みを示すこと、公の機関への書類を作ること、個別の事案に法律の判断を示すことはしません。',
        ],
        [
          '根拠の日付',
          '法令は2025年7月24日時点のものです。確かめていない記述には「要確認」などの印を付けています。動く前に、所管の行政機関や専門家に確かめてください。',
        ],
        [
          '数の意味',
          '手間・費用・期間は見積りの幅で、約束ではありません。割合は、ほかの会社と比べるためのものではありません。',
        ],
        [
          '書かないこと',
          '重要経済安保情報やその題名、適性評価の内容や結果、人の名前の一覧、鍵や警報の配置は書かないでください。',
        ],
        ['ソフトウェア', 'Apache License 2.0 で公開しています。保証はありません。'],
      ],
    },
  },
  en: {
    title: 'Terms of use',
    lead: 'Terms are set by the operator of this installation. What kind of tool Junbi is, is the same everywhere.',
    facts: {
      title: 'Junbi as a tool',
      intro: 'True with or without a text from the operator.',
      items: [
        [
          'A self-check',
          'Results come from the company’s own answers and are not the judgement of any agency. Only the head of an agency certifies.',
        ],
        [
          'What it does not do',
          'It does not predict certification, draft filings to public offices or give legal judgement on a case.',
        ],
        [
          'Date of its basis',
          'The law is as of 24 July 2025. What was not verified carries a mark such as “to be verified”. Ask the agency in charge or a professional before you act on it.',
        ],
        [
          'What figures mean',
          'Effort, cost and time are estimated ranges and no promise. Percentages are not for comparing companies.',
        ],
        [
          'What not to write',
          'Designated information or its title, contents or results of vettings, lists of people’s names, positions of keys and alarms.',
        ],
        ['Software', 'Published under the Apache License 2.0, without warranty.'],
      ],
    },
  },
});

export const contact = messages<{ title: string; lead: string; facts: Facts }>({
  ja: {
    title: '問い合わせ',
    lead: '問い合わせの窓口は、このサイトの運営者が設けます。',
    facts: {
      title: '問い合わせの前に',
      intro: '',
      items: [
        [
          '書かないでください',
          '重要経済安保情報やその題名、適性評価の内容や結果、人の名前、パスワードは、問い合わせにも書かないでください。',
        ],
        [
          '不具合のとき',
          '画面に出ている番号と、おおよその時刻をお知らせください。答えの内容は要りません。',
        ],
        [
          '制度について',
          '制度そのものの質問は、情報を所管する行政機関か、内閣府の窓口にお尋ねください。',
        ],
      ],
    },
  },
  en: {
    title: 'Contact',
    lead: 'The operator of this installation names the contact point.',
    facts: {
      title: 'Before you write',
      intro: '',
      items: [
        [
          'Please do not write',
          'Designated information or its title, contents or results of vettings, names of people or passwords. This goes for inquiries too.',
        ],
        [
          'When something fails',
          'Give the number shown on the page and the approximate time. Your answers are not needed.',
        ],
        [
          'About the scheme',
          'For questions about the scheme itself, ask the agency in charge of the information or the Cabinet Office.',
        ],
      ],
    },
  },
});
