import { messages, sentences } from '../language.ts';

/** Taking part in an association's figures: what would leave the company, what is known of it, and the way out. */
export const contribution = messages({
  ja: {
    title: '団体の集計に加わる',
    lead: (association: string) =>
      `${association}の集計に加わるかどうかは、会社が決めます。加わらなくても、Junbiの使い方は変わりません。`,
    now: 'いまの状態',
    standsNot: '集計に加わっていません。',
    stands: (day: string, name: string) => `${day}に、${name}さんの判断で集計に加わりました。`,
    newer: '加わった後に、新しい結果に署名しています。送り直すまで、集計には前の結果を使います。',
    position: '公表された分布と貴社',
    positionOf: (quarter: string, basis: string) => `${quarter}（${basis}）`,
    positionLead: (band: string) =>
      `貴社が送った度合いは「${band}」です。公表された数字の横に置きます。順位は作りません。`,
    positionOfAll: '加わると、貴社の度合いがこの横に並びます。',
    positionNone: 'まだ公表された集計はありません。',
    otherEdition: (own: string) =>
      `貴社の結果は質問票 ${own} 版のものです。公表された集計とは版が違うため、並べません。`,
    columns: { group: '区分', told: '公表された分布', same: '貴社と同じ度合い', n: '社数' },
    same: (percent: number, band: string) => `約${percent}%（${band}）`,
    notTold: '分かりません',
    offer: '送るもの',
    offerLead: (association: string) =>
      `送る前に、${association}の集計に渡るものをすべて示します。確かめて「集計に加わる」を押すまで、何も渡りません。`,
    ownersOnly: '集計に加わるかどうかは、責任者が決めます。',
    noResult:
      '署名した結果がまだありません。集計に使うのは、詳しい点検を申請の時点で行い、提出して署名した、いちばん新しい結果だけです。',
    unmeasured:
      '署名した結果に、当てはまる要件が一つもありません。度合いがないため、加われません。',
    result: 'もとになる結果',
    resultText: (title: string, day: string, edition: string) =>
      `「${title}」${day}署名、質問票 ${edition} 版`,
    industry: '業種',
    industryHelp: 'いちばん近いものを一つ選びます。',
    region: '地域',
    regionHelp: '本社のある地域です。',
    size: '従業員数',
    choose: '選んでください',
    number: '自社の法人番号',
    numberHelp:
      '13けたの数字です。同じ会社を二度数えないために使います。番号はJunbiに残らず、元に戻せない記号に変えて使います。',
    parent: '親会社の法人番号（あれば）',
    parentHelp:
      'いちばん上の親会社の番号です。同じ企業グループの会社は、集計では一社と数えます。番号は残りません。',
    preview: '送るものを確かめる',
    previewTitle: 'これだけが集計に渡ります',
    previewLead: 'まだ何も送っていません。',
    lines: {
      overall: '準備の度合い',
      overallHelp: '割合そのものではなく、三つの段階のどれか',
      half: '半分以上に答えたか',
      joined: '団体に加わった日',
      released: '加わった日',
      holding: '企業グループの記号',
      batch: '回答をまとめた人の記号',
      link: '会社の内部の番号',
      linkText: '集計を計算する仕組みだけが使い、公表しません',
    },
    forEligibility: '数えるかどうかを決めるためだけに使い、公表しません。',
    today: '今日',
    yes: 'はい',
    no: 'いいえ（このままでは数えられません）',
    consultant: (name: string) =>
      `${name}が答えの半分より多くを書いたため、同じ会社が書いたほかの顧問先と合わせて一社と数えます。`,
    alone: '自社で答えた結果として数えます。',
    contribute: '集計に加わる',
    whoSees: '誰に何が見えるか',
    sees: '団体に見えるもの',
    seesText: (name: string, day: string) =>
      `会社の名前「${name}」と、団体に加わった日（${day}）。それに、10社以上をまとめて幅を持たせた数字。`,
    seesNot: '団体に見えないもの',
    seesNotText:
      '集計に加わっているかどうか、送ったもの、回答、不足、点検の状態。団体の担当者にも、ほかの会員にも見えません。',
    counted: '数えられるのは',
    countedText:
      '団体に加わって30日が過ぎてからの、四半期の終わりの時点です。同じ企業グループと、同じコンサルタントがまとめて答えた会社は、合わせて一社です。',
    withdraw: '集計から抜ける',
    withdrawLead:
      '抜けると、次からの計算には使いません。すでに公表された数字は変わりません。貴社を含む数字は、その区分で10社以上（大きな区分では4分の1以上）の変化がたまるまで、次の四半期にもそのまま出ることがあります。一社だけの出入りが分かってしまうのを防ぐためです。',
    withdrawButton: '集計から抜ける',
    done: {
      contributed: '集計に加わりました。',
      withdrawn: '集計から抜けました。次からの計算には使いません。',
    },
    toSharing: 'ほかの人に見えるもの',
    problems: sentences({
      industry: '業種を選んでください。',
      region: '地域を選んでください。',
      size: '従業員数を選んでください。',
      number: '法人番号は13けたの数字です。番号を確かめてください。',
      'no-result': '集計に使える署名した結果がありません。',
      changed:
        '確かめた後に、送るものの中身が変わりました。何も送っていません。もう一度確かめてください。',
      'not-allowed':
        '加わることと抜けることは、本人確認をしたばかりの責任者ができます。何も変えていません。',
      'not-found': 'その団体には参加していないか、集計に加わっていません。何も変えていません。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。何も送っていません。画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    title: 'Taking part in the figures',
    lead: (association: string) =>
      `Whether the company takes part in the figures of ${association} is its own decision. Nothing else in Junbi depends on it.`,
    now: 'At present',
    standsNot: 'The company takes no part in the figures.',
    stands: (day: string, name: string) =>
      `The company takes part since ${day}, as decided by ${name}.`,
    newer:
      'A newer result has been signed since. Until it is sent again, the figures use the earlier one.',
    position: 'The company beside the published figures',
    positionOf: (quarter: string, basis: string) => `${quarter} (${basis})`,
    positionLead: (band: string) =>
      `The company sent “${band}”. Here it stands beside what was published. There is no ranking.`,
    positionOfAll: 'A company that takes part sees its own step beside these.',
    positionNone: 'No figures have been published yet.',
    otherEdition: (own: string) =>
      `The company’s result is of edition ${own}, the published figures are of another one: they are not set side by side.`,
    columns: { group: 'Group', told: 'Published', same: 'The same as the company', n: 'Companies' },
    same: (percent: number, band: string) => `about ${percent}% (${band})`,
    notTold: 'not told',
    offer: 'What would be sent',
    offerLead: (association: string) =>
      `Before anything is sent you see all that the figures of ${association} would be given. Nothing leaves until you have seen it and press “Take part”.`,
    ownersOnly: 'Owners decide whether the company takes part.',
    noResult:
      'There is no signed result yet. The figures use only the newest result of a self-check in full, at application, that was submitted and signed.',
    unmeasured:
      'The signed result has no applicable requirement, so there is no figure to take part with.',
    result: 'Taken from',
    resultText: (title: string, day: string, edition: string) =>
      `“${title}”, signed ${day}, edition ${edition}`,
    industry: 'Industry',
    industryHelp: 'Choose the nearest one.',
    region: 'Region',
    regionHelp: 'Where the head office is.',
    size: 'People',
    choose: 'Choose',
    number: 'Corporate number of the company',
    numberHelp:
      'Thirteen digits, so that no company is counted twice. Junbi does not keep the number: it becomes a code that cannot be turned back.',
    parent: 'Corporate number of the parent, if there is one',
    parentHelp:
      'Of the parent at the very top. Companies of one group count as one in the figures. The number is not kept.',
    preview: 'See what would be sent',
    previewTitle: 'This is all that the figures are given',
    previewLead: 'Nothing has been sent yet.',
    lines: {
      overall: 'How far',
      overallHelp: 'one of three steps, not the share itself',
      half: 'At least half answered',
      joined: 'Member of the association since',
      released: 'Takes part since',
      holding: 'Code of the group of companies',
      batch: 'Code of whoever filled in the answers',
      link: 'Internal number of the company',
      linkText: 'used by what computes the figures alone, never published',
    },
    forEligibility: 'Used only to decide whether the company is counted; never published.',
    today: 'today',
    yes: 'yes',
    no: 'no (as it is, the company is not counted)',
    consultant: (name: string) =>
      `${name} wrote more than half of the answers: with its other clients, whose answers it wrote, the company counts as one.`,
    alone: 'Counted as answered by the company itself.',
    contribute: 'Take part',
    whoSees: 'Who sees what',
    sees: 'The association sees',
    seesText: (name: string, day: string) =>
      `The name “${name}”, the date of joining the association (${day}), and rounded figures of ten companies or more.`,
    seesNot: 'It does not see',
    seesNotText:
      'Whether the company takes part, what it sent, its answers, gaps and the state of its self-check. Neither officers nor other members do.',
    counted: 'When it counts',
    countedText:
      'At the end of a quarter, from thirty days after joining the association. Companies of one group, and those whose answers one consultant filled in, count as one.',
    withdraw: 'Leaving the figures',
    withdrawLead:
      'After that no figure is computed with the company. What was published stays as it is. A figure that contained the company may stand in later quarters too, until ten companies of its group (in a large one a quarter of them) have changed: otherwise the coming and going of a single company would show.',
    withdrawButton: 'Leave the figures',
    done: {
      contributed: 'The company takes part in the figures.',
      withdrawn: 'The company has left the figures. No further figure is computed with it.',
    },
    toSharing: 'What others see',
    problems: sentences({
      industry: 'Choose an industry.',
      region: 'Choose a region.',
      size: 'Choose the number of people.',
      number: 'A corporate number has thirteen digits. Check the number.',
      'no-result': 'There is no signed result that could be used.',
      changed:
        'What would be sent has changed since you looked at it. Nothing was sent. Look at it again.',
      'not-allowed':
        'Only an owner who has just confirmed who they are takes part or leaves. Nothing was changed.',
      'not-found':
        'The company is not a member of that association, or takes no part in its figures. Nothing was changed.',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was sent. Open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
