import { ENDING_DAYS } from '#assessments/evidence-validity.ts';
import { messages } from '../language.ts';
import { durationText, plural } from '../print.ts';

/** How a number of tenths of a percent is said in words. */
const partJa = (permille: number) =>
  permille >= 1000
    ? 'の幅のすべて'
    : permille >= 100
      ? `の幅の約${Math.round(permille / 100)}割`
      : 'の幅の一部';
const partEn = (permille: number) =>
  permille >= 1000
    ? 'all of the range'
    : permille >= 100
      ? `about ${Math.round(permille / 100)}0% of the range`
      : 'a part of the range';

/** Company home: where the company stands and what comes next. */
export const home = messages({
  ja: {
    title: 'ホーム',
    heading: (name: string) => `${name}の準備状況`,
    now: (time: string) => `いまの状態　${time}時点`,
    states: { blocked: '準備中', undetermined: '未確定', clear: '自己点検上の不足なし' },
    statesLabel: '状態は三つあります',
    lead: (counted: number) => `状態を決める要件は${counted}件です。`,
    blockers: (count: number) => `${count}件`,
    blockersAfter: 'が目標に届いていません。',
    waitingPart: (count: number) => `うち${count}件は、行政機関の動きを待つものです。`,
    unknowns: (count: number) => `${count}件`,
    unknownsAfter: 'は、調べると決まります。',
    notAsked: (count: number) => `ほかに${count}件は、いまの範囲では聞いていません。`,
    widen: '範囲を広げる',
    clear: '状態を決める要件は、すべて目標に届いています。',
    workTitle: '不足がなくなるまでの自社の作業',
    weeks: (_text: string) => '週',
    weeksMax: (weeks: number) => `${weeks}週`,
    weeksLabel: (lo: number, hi: number, max: number) =>
      `0週から${max}週の目盛り。${lo}週までは確実にかかり、長い場合は${hi}週かかります。`,
    workText: (days: string, capacity: string) =>
      `週に${capacity}人日まで使い、最も早く整える計画の見積りです（手間は合わせて${days}人日）。状態を決める要件だけを数えます。長いほうには、まだ分からない要件と、聞いていない要件も入ります。行政機関の動きを待つ要件は満たされるものとし、行政機関の側の期間は含みません。`,
    workReckoned: (count: number) => `計画で完了または進行中とした対策${count}件を数えています。`,
    workUnknown: 'いまの対策集では、整うまでの計画を出せません。残るものは計画のページにあります。',
    workNone: '状態を決める要件のために残る自社の作業は、ありません。',
    workLink: '計画を見る',
    blockersTitle: '目標に届いていない要件',
    blockersIntro: (count: number) => `${count}件。一つでも残るあいだは「準備中」です。`,
    allGaps: 'すべての不足を見る',
    more: (count: number) => `ほかの${count}件`,
    requirement: '要件',
    level: 'いまの水準と目標',
    action: '対策',
    waiting: '行政機関の動きを待つもの',
    waitingIntro: '会社だけでは満たせません。相談の日付と窓口を記録しながら待ちます。',
    findOut: '調べることリスト',
    findOutIntro: (count: number) => `状態に関わる${count}件。分かると多くが決まる順です。`,
    settles: (domain: string, permille: number) =>
      `決まること：要件1件と、${domain}${partJa(permille)}`,
    askFacts: (facts: string) =>
      `会社の情報「${facts}」が分かると、当てはまるかどうかが決まります。`,
    askWhom: (role: string) => `聞く相手：${role}`,
    profileSide: '会社の情報で決まります',
    minutes: (minutes: number) => `約${minutes}分`,
    reasons: { unanswered: '未回答', unknown: 'わからない', condition: '会社の情報が不明' },
    next: '次の三つ',
    nextFind: (title: string) => `「${title}」の今の水準を調べる`,
    nextFindText: '調べることリストにあります。新しい作業は要りません。',
    noRegret: '声がかからない場合も、社内の管理に役立ちます。',
    starts: 'すぐに始められます。',
    owner: '担当',
    effort: '手間',
    effortText: (days: string, weeks: string) => `${days}人日、${weeks}週`,
    cost: '費用',
    domains: '12の分野',
    domainsIntro: '目標に対して、確認できた分と、調べれば決まる幅を示します。',
    legendLabel: '図の見かた',
    legend: {
      known: '確認できた分',
      unknown: '調べれば決まる幅',
      empty: '足りない分',
      target: '目標',
    },
    domainNote: (below: number, toExplain: number, open: number) =>
      [
        below > 0 && `不足 ${below}`,
        toExplain > 0 && `説明が必要 ${toExplain}`,
        open > 0 && `不明 ${open}`,
      ]
        .filter(Boolean)
        .join('・') || '不足なし',
    noFigure: 'いまの範囲にありません',
    ownership:
      '「所有・支配」のうちB-01〜B-07は、状態の判定に使いません。行政機関に説明が必要な点として示します。',
    table: '数値の表を開く',
    overlay: (title: string) => `業種別の追加：${title}`,
    overlayFigure: (lo: string, hi: string) => (lo === hi ? `${lo}%` : `${lo}〜${hi}%`),
    overlayNote: '推奨の質問だけの数値で、全体の数値やゲートには入りません。',
    overlayLevel: '水準',
    overlayTarget: '目標',
    tableCaption: '達成の割合（％）。確認できた分から、調べれば届く上限まで。',
    columns: {
      domain: '分野',
      lo: '確認できた分',
      hi: '届く上限',
      below: '目標未満',
      open: '不明',
    },
    count: (count: number) => `${count}件`,
    toExplain: (count: number) => `説明 ${count}件`,
    excluded: '計算から外した要件',
    excludedIntro: (count: number) => `${count}件。計算に入れていません。`,
    excludedShow: '一覧を開く',
    byFact: '会社の情報によります。',
    byAnswer: (reason: string) => `該当しないと回答：${reason}`,
    coverage: '証跡の控え',
    coverageIntro: '達成の割合とは別に数えます。',
    coverageText: (shown: number, of: number) =>
      of === 0
        ? '水準3以上の答えは、まだありません。'
        : `水準3以上の答え${of}件のうち、${shown}件に証跡の控えがあります。`,
    coverageMore: '証跡のない答えを見る',
    endingText: (expired: number, ending: number) =>
      [
        ...(expired > 0 ? [`有効期限の切れた文書が${expired}件あります。`] : []),
        ...(ending > 0 ? [`${ENDING_DAYS}日以内に期限の切れる文書が${ending}件あります。`] : []),
      ].join(''),
    endingMore: '期限切れ・間近の証跡を見る',
    emptyTitle: 'まだ回答がありません',
    emptyLead: (count: number, minutes: number) =>
      `回答が進むと、いまの状態、足りないもの、次にすることがここに出ます。全部で${count}問、${durationText(minutes, 'ja')}。途中でやめても、続きから始められます。`,
    emptyHint: 'わからない質問は「わからない」のまま進めます。あとで調べるものとして並びます。',
    first: '最初の質問に答える',
    noneTitle: '点検をまだ始めていません',
    noneLead:
      '会社の情報を入れると、当てはまる要件が決まります。点検は、そのあといつでも始められます。',
    profile: '会社の情報を入れる',
    start: '点検を始める',
    scope: '範囲と時点を変える',
    resume: (count: number) => `回答を続ける（未回答${count}問）`,
    others: 'ほかの点検',
    newOne: '新しい点検を始める',
  },
  en: {
    title: 'Home',
    heading: (name: string) => `Readiness of ${name}`,
    now: (time: string) => `Where you stand, ${time}`,
    states: {
      blocked: 'In preparation',
      undetermined: 'Not settled',
      clear: 'Nothing missing by self-check',
    },
    statesLabel: 'There are three states',
    lead: (counted: number) =>
      `${plural(counted, 'requirement')} ${counted === 1 ? 'decides' : 'decide'} the state. `,
    blockers: (count: number) => `${count} ${count === 1 ? 'is' : 'are'} below target`,
    blockersAfter: '. ',
    waitingPart: (count: number) =>
      `${count} of them ${count === 1 ? 'waits' : 'wait'} for an agency to move. `,
    unknowns: (count: number) => `${count} can be settled`,
    unknownsAfter: ' by finding out. ',
    notAsked: (count: number) =>
      `Another ${count} ${count === 1 ? 'is' : 'are'} not asked in the present scope. `,
    widen: 'Widen the scope',
    clear: 'All requirements that decide the state are at target.',
    workTitle: 'Own work left until nothing is missing',
    weeks: (text: string) => (text === '1' ? ' week' : ' weeks'),
    weeksMax: (weeks: number) => plural(weeks, 'week'),
    weeksLabel: (lo: number, hi: number, max: number) =>
      `Scale from 0 to ${plural(max, 'week')}. It takes at least ${plural(lo, 'week')} and at most ${hi}.`,
    workText: (days: string, capacity: string) =>
      `For the soonest plan with up to ${plural(capacity, 'person-day')} a week (${plural(days, 'person-day')} in all). Only the requirements that decide the state are counted. The high end includes requirements not settled yet or not asked. Those that wait for an agency count as met, and time on the agency’s side is not included.`,
    workReckoned: (count: number) =>
      ` ${plural(count, 'action')} of the plan ${count === 1 ? 'counts' : 'count'} as done or under way.`,
    workUnknown:
      'The present library has no plan that makes ready. The plan page shows what stays open.',
    workNone: 'No own work is left for the requirements that decide the state.',
    workLink: 'See the plan',
    blockersTitle: 'Requirements below target',
    blockersIntro: (count: number) => `${count}. While one remains, the state is “In preparation”.`,
    allGaps: 'See all gaps',
    more: (count: number) => `${count} more`,
    requirement: 'Requirement',
    level: 'Level and target',
    action: 'Action',
    waiting: 'Waiting for an agency to move',
    waitingIntro:
      'A company cannot meet these alone. Keep the date and contact point of consultations on record.',
    findOut: 'Things to find out',
    findOutIntro: (count: number) =>
      `${count} that ${count === 1 ? 'bears' : 'bear'} on the state; what settles most comes first.`,
    settles: (domain: string, permille: number) =>
      `Settles one requirement and ${partEn(permille)} of “${domain}”`,
    askFacts: (facts: string) =>
      `Once “${facts}” is known among the company’s facts, it is settled whether this applies.`,
    askWhom: (role: string) => `Ask: ${role}`,
    profileSide: 'settled by the company’s facts',
    minutes: (minutes: number) => `about ${minutes} min`,
    reasons: {
      unanswered: 'unanswered',
      unknown: 'I don’t know',
      condition: 'company fact not known',
    },
    next: 'The next three',
    nextFind: (title: string) => `Find out the present level of “${title}”`,
    nextFindText: 'On the list of things to find out. No new work is needed.',
    noRegret: 'Useful in the company even if no agency asks.',
    starts: 'Can begin at once.',
    owner: 'Owner',
    effort: 'Effort',
    effortText: (days: string, weeks: string) =>
      `${plural(days, 'person-day')}, ${plural(weeks, 'week')}`,
    cost: 'Cost',
    domains: 'The 12 domains',
    domainsIntro:
      'Measured against the target: what is confirmed, and the range that finding out would settle.',
    legendLabel: 'How to read the chart',
    legend: {
      known: 'Confirmed',
      unknown: 'To be settled by finding out',
      empty: 'Missing',
      target: 'Target',
    },
    domainNote: (below: number, toExplain: number, open: number) =>
      [
        below > 0 && `below ${below}`,
        toExplain > 0 && `to explain ${toExplain}`,
        open > 0 && `open ${open}`,
      ]
        .filter(Boolean)
        .join(', ') || 'nothing missing',
    noFigure: 'nothing in this scope',
    ownership:
      'B-01 to B-07 of “Ownership” are never used for the state. They are shown as points to explain to an agency.',
    table: 'Open the table of figures',
    overlay: (title: string) => `For an industry: ${title}`,
    overlayFigure: (lo: string, hi: string) => (lo === hi ? `${lo}%` : `${lo} to ${hi}%`),
    overlayNote: 'Of its recommended questions alone; in no overall figure and not in the gate.',
    overlayLevel: 'Level',
    overlayTarget: 'Target',
    tableCaption:
      'Attainment of the target in percent: what is confirmed, up to what finding out could reach.',
    columns: {
      domain: 'Domain',
      lo: 'Confirmed',
      hi: 'At most',
      below: 'Below target',
      open: 'Open',
    },
    count: (count: number) => `${count}`,
    toExplain: (count: number) => `${count} to explain`,
    excluded: 'Requirements left out of the figures',
    excludedIntro: (count: number) => `${count}. Not part of the figures.`,
    excludedShow: 'Open the list',
    byFact: 'By the company’s facts.',
    byAnswer: (reason: string) => `Answered “not applicable”: ${reason}`,
    coverage: 'Evidence noted',
    coverageIntro: 'Counted apart from the attainment.',
    coverageText: (shown: number, of: number) =>
      of === 0
        ? 'There is no answer of level 3 or above yet.'
        : `${shown} of ${plural(of, 'answer')} of level 3 or above ${shown === 1 ? 'has' : 'have'} evidence noted.`,
    coverageMore: 'See the answers without evidence',
    endingText: (expired: number, ending: number) =>
      [
        ...(expired > 0
          ? [`${expired} ${expired === 1 ? 'document has' : 'documents have'} expired.`]
          : []),
        ...(ending > 0
          ? [
              `${ending} ${ending === 1 ? 'document expires' : 'documents expire'} within ${ENDING_DAYS} days.`,
            ]
          : []),
      ].join(' '),
    endingMore: 'See the expired or expiring evidence',
    emptyTitle: 'No answers yet',
    emptyLead: (count: number, minutes: number) =>
      `As you answer, the state, what is missing and what comes next appear here. ${plural(count, 'question')} in all, ${durationText(minutes, 'en')}. You can stop and resume at any time.`,
    emptyHint:
      'Where you do not know, answer “I don’t know” and go on; it is listed as something to find out.',
    first: 'Answer the first question',
    noneTitle: 'No self-check has been started',
    noneLead:
      'The company’s facts decide which requirements apply. The self-check can be started at any time after that.',
    profile: 'Enter the company’s facts',
    start: 'Start a self-check',
    scope: 'Change scope and stage',
    resume: (count: number) => `Go on answering (${count} unanswered)`,
    others: 'Other self-checks',
    newOne: 'Start a new self-check',
  },
});
