import { messages } from '../language.ts';
import { plural } from '../print.ts';

/** Hints at public support. */
export const support = messages({
  ja: {
    title: '補助制度の手がかり',
    lead: '認定の準備そのものを目的とする補助制度は、調べた範囲では見当たりませんでした。計画の対策の一部に、別の目的の制度が使える可能性があります。',
    orderTitle: '補助を使うなら、交付決定の前に発注・契約・支払をしないでください',
    orderText: '見積を取ることは差し支えありません。先に全額を支払い、後から入金されます。',
    unverifiedTitle: 'どの値も未確認です',
    unverifiedText:
      '公式のページを人が開いて確かめた値は、まだ一つもありません。ここでは判断をせず、資料で読めたことだけを示します。',
    emptyTitle: 'まだ回答がありません',
    emptyLead: '答えが進むと、計画の対策に使える可能性のある制度がここに並びます。',
    answer: '回答する',
    gaveUp: '計算が上限に達しました。時間をおいてお試しください。',
    next: 'あと分かれば決まること',
    nextNote: '多くのことが決まる順です。',
    nextNone: '答えれば決まることは残っていません。',
    settles: (count: number) => `決まること：${count}制度`,
    facts: '分かることを入れる',
    profileFacts: '会社の情報',
    packages: '一緒に申し込める組み合わせ',
    packagesNote: '一つの費用に使える公的な補助は一つです。互いに排する制度の額は足しません。',
    packageKinds: {
      'most-support': '補助が最も多い組み合わせ',
      'least-effort': '準備が最も少ない組み合わせ',
    },
    packageSupport: '戻る可能性のある額',
    packageCash: '先に払う額（税込）',
    packageNet: '差し引き',
    packagesNone: 'いま申し込める可能性のある組み合わせはありません。',
    programmes: '制度ごとの見立て',
    programmesNote: (all: number, some: number) =>
      `調べた${all}制度のうち、計画に関わる可能性のある${some}制度です。`,
    others: (count: number) => `計画に合わない${count}制度`,
    verdicts: {
      LIKELY: '対象になる可能性',
      NEED_INFO: '判断に必要な情報が不足',
      WINDOW_CLOSED: '募集期間外',
      NOT_ELIGIBLE: '対象外の可能性が高い',
      NO_MATCHING_COST: '計画に対象の費用がない',
    },
    modifiers: {
      PREP_REQUIRED: '要準備',
      UNVERIFIED: '未確認',
      COMPETITIVE: '採択審査あり',
    },
    modes: {
      competitive: '補助',
      entitlement: '助成',
      tax: '税',
      in_kind: '助言・サービス',
      contract: '契約',
      loan: '融資',
    },
    range: '補助の概算',
    noRange: '額は示しません',
    rate: '補助率',
    cashFirst: '先に払う額',
    cash: '入金まで',
    weeks: (text: string) => `${text}週`,
    daysLeft: (days: number) => (days === 0 ? '今日まで' : `あと${days}日`),
    missing: '分かれば進むこと',
    prepare: '先に要る準備',
    days: (text: string) => `目安${text}日`,
    why: 'この見立ての理由',
    actionsOf: '関わる対策',
    link: '公式のページ',
    source: '資料',
    noSource: '資料なし（一般的な知識・推測）',
    verifiedOn: (day: string) => `${day}に確認`,
    notVerified: '未確認',
    wait: '補助を待つかどうか',
    waitNote:
      '交付決定の前に発注すると対象外になるため、関わる対策を決定の後へ動かして計画を計算し直したものです。',
    waitText: (weeks: number, yen: string, decision: string) =>
      weeks === 0
        ? `決定を待っても（遅くて${decision}ごろ）、計画の終わりは遅れません。戻る可能性のある額は${yen}です。`
        : `補助を待つと（決定は遅くて${decision}ごろ）${weeks}週遅れ、${yen}軽くなる可能性があります。`,
    waitNever: (decision: string) =>
      `決定を待つと（遅くて${decision}ごろ）、計画が条件に収まりません。`,
    byAction: '対策ごとの手がかり',
    byActionNone: '計画中の措置に直接使える公的補助は見当たりませんでした（当カタログの範囲）。',
    stubs: '名前で探されることの多い、別の制度',
    notChecked: '調べていないこと',
    local:
      '市区町村・業界団体の独自支援がある場合があります。所在地の商工担当にお問い合わせください。',
  },
  en: {
    title: 'Pointers to public support',
    lead: 'No programme for preparing for clearance itself was found in what was looked at. Programmes for other purposes may help with a part of the planned actions.',
    orderTitle: 'If support is to be used, do not order, contract or pay before the grant decision',
    orderText: 'Quotations may be collected. All is paid first, and the money comes afterwards.',
    unverifiedTitle: 'No value is verified',
    unverifiedText:
      'Not one value has been confirmed by a person on an official page yet. No judgement is given here; only what was read is shown.',
    emptyTitle: 'No answers yet',
    emptyLead: 'As you answer, programmes that may help with the planned actions appear here.',
    answer: 'Answer',
    gaveUp: 'The calculation reached its limit. Please try again later.',
    next: 'What would settle most',
    nextNote: 'In the order of how much is settled.',
    nextNone: 'Nothing is left that an answer would settle.',
    settles: (count: number) => `settles ${plural(count, 'programme')}`,
    facts: 'Enter what is known',
    profileFacts: 'Company profile',
    packages: 'What can be applied for together',
    packagesNote:
      'One cost, one public subsidy. Amounts of programmes that exclude each other are not added.',
    packageKinds: {
      'most-support': 'The most support',
      'least-effort': 'The least preparation',
    },
    packageSupport: 'May come back',
    packageCash: 'To be paid first (tax included)',
    packageNet: 'Net',
    packagesNone: 'There is no combination that may be applied for now.',
    programmes: 'Programme by programme',
    programmesNote: (all: number, some: number) =>
      `Of ${plural(all, 'programme')} looked at, ${some} may have to do with the plan.`,
    others: (count: number) =>
      `${plural(count, 'programme')} that ${count === 1 ? 'does' : 'do'} not fit the plan`,
    verdicts: {
      LIKELY: 'may be eligible',
      NEED_INFO: 'not enough is known',
      WINDOW_CLOSED: 'closed for applications',
      NOT_ELIGIBLE: 'probably not eligible',
      NO_MATCHING_COST: 'no cost in the plan that it covers',
    },
    modifiers: {
      PREP_REQUIRED: 'to be prepared',
      UNVERIFIED: 'unverified',
      COMPETITIVE: 'applications are selected',
    },
    modes: {
      competitive: 'subsidy',
      entitlement: 'grant',
      tax: 'tax',
      in_kind: 'advice or service',
      contract: 'contract',
      loan: 'loan',
    },
    range: 'Rough figure',
    noRange: 'no amount is shown',
    rate: 'Rate',
    cashFirst: 'To be paid first',
    cash: 'Until the money comes',
    weeks: (text: string) => plural(text, 'week'),
    daysLeft: (days: number) => (days === 0 ? 'ends today' : `${plural(days, 'day')} left`),
    missing: 'What would help to know',
    prepare: 'To be prepared first',
    days: (text: string) => `about ${plural(text, 'day')}`,
    why: 'Reasons',
    actionsOf: 'Actions concerned',
    link: 'Official page',
    source: 'Source',
    noSource: 'no source (general knowledge or inference)',
    verifiedOn: (day: string) => `verified on ${day}`,
    notVerified: 'unverified',
    wait: 'To wait for support or not',
    waitNote:
      'What is ordered before the decision is not covered, so the plan was calculated again with the actions concerned after it.',
    waitText: (weeks: number, yen: string, decision: string) =>
      weeks === 0
        ? `Waiting for the decision (${decision} at the latest) does not move the end of the plan. ${yen} may come back.`
        : `Waiting for the decision (${decision} at the latest) moves the end by ${plural(weeks, 'week')}; ${yen} may come back.`,
    waitNever: (decision: string) =>
      `With waiting (until ${decision} at the latest) the plan no longer fits its conditions.`,
    byAction: 'Action by action',
    byActionNone:
      'No public support was found that fits the planned actions directly (within this catalogue).',
    stubs: 'Other programmes that people look for by name',
    notChecked: 'What was not looked at',
    local:
      'Municipalities and industry associations may have support of their own. Please ask the commerce section where the company is located.',
  },
});
