import type { Bilingual } from '../bilingual.ts';
import type { Span } from '../worklist.ts';

// What is said of a programme, by code (subsidies.md 7.8). Never stronger than 可能性.

const yenJa = (yen: number) => `${yen.toLocaleString('en-US')}円`;
const yenEn = (yen: number) => `${yen.toLocaleString('en-US')} yen`;
const dateJa = (day: string) => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dateEn = (day: string) => {
  const [year, month = 1, date] = day.slice(0, 10).split('-').map(Number);
  return `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
};
const timeOf = (moment: string) => (moment.includes('T') ? moment.slice(11, 16) : null);
const whenJa = (moment: string) => [dateJa(moment), timeOf(moment)].filter(Boolean).join(' ');
const whenEn = (moment: string) => {
  const time = timeOf(moment);
  return time === null ? dateEn(moment) : `${time} on ${dateEn(moment)}`;
};
const daysJa = ({ lo, hi }: Span) => (lo === hi ? `${lo}日` : `${lo}〜${hi}日`);
const daysEn = ({ lo, hi }: Span) =>
  lo < hi ? `${lo} to ${hi} days` : hi === 1 ? '1 day' : `${hi} days`;

export interface Limits {
  industry: Bilingual;
  capitalYen: number;
  employees: number;
}

export const TEXTS = {
  smeTrue: (
    { industry, capitalYen, employees }: Limits,
    which: 'capital' | 'employees',
  ): Bilingual => ({
    ja: `主たる業種「${industry.ja}」の基準（資本金${yenJa(capitalYen)}以下 または 従業員${employees}人以下）のうち、${which === 'capital' ? '資本金' : '従業員数'}の基準を満たすため、中小企業者に当たる可能性があります。`,
    en: `Of the limits for “${industry.en}” (capital up to ${yenEn(capitalYen)} or up to ${employees} employees) the one on ${which} is met, so the company may count as small or medium-sized.`,
  }),
  smeFalse: ({ industry, capitalYen, employees }: Limits): Bilingual => ({
    ja: `主たる業種「${industry.ja}」の基準（資本金${yenJa(capitalYen)}以下 または 従業員${employees}人以下）のどちらも満たさないため、中小企業者に当たらない可能性が高いです。`,
    en: `Neither of the limits for “${industry.en}” (capital up to ${yenEn(capitalYen)} or up to ${employees} employees) is met, so the company probably does not count as small or medium-sized.`,
  }),
  smeUnknown: (): Bilingual => ({
    ja: '法人の種類、業種、資本金、常時使用する従業員数のうち分からないものがあるため、中小企業者かどうか判断できません。資本金と従業員数は、どちらか一方が基準内なら足ります。',
    en: 'Legal form, industry, capital or the number of regular employees is not known, so it cannot be said whether the company counts as small or medium-sized. Of capital and employees, one within its limit is enough.',
  }),
  deemedTrue: (rules: readonly string[]): Bilingual => ({
    ja: `株主・役員の構成から、「みなし大企業」として対象外となる可能性が高いです（規則${rules.join('・')}）。`,
    en: `By its owners and officers the company is probably deemed large and therefore not eligible (rules ${rules.join(', ')}).`,
  }),
  deemedFalse: (): Bilingual => ({
    ja: '分かっている株主・役員の構成では、「みなし大企業」に当たらない可能性があります。',
    en: 'By the owners and officers that are known, the company may well not be deemed large.',
  }),
  deemedUnknown: (): Bilingual => ({
    ja: '株主・役員の構成に分からないところがあります。大企業の出資・役員兼任があると対象外になることがあります。',
    en: 'Owners and officers are not fully known. Shares of large companies, or officers who serve them too, may exclude a company.',
  }),
  atomTrue: (title: Bilingual): Bilingual => ({
    ja: `「${title.ja}」に当てはまるため、この点では対象になる可能性があります。`,
    en: `“${title.en}”: this seems to be so, and on this point the company may be eligible.`,
  }),
  atomFalse: (title: Bilingual): Bilingual => ({
    ja: `「${title.ja}」に当てはまらないため、対象外の可能性が高いです。`,
    en: `“${title.en}”: this seems not to be so, and the company is probably not eligible.`,
  }),
  atomUnknown: (title: Bilingual): Bilingual => ({
    ja: `「${title.ja}」かどうかが分からないため、判断できません。`,
    en: `“${title.en}”: whether this is so is not known, so nothing can be said.`,
  }),
  prepared: (title: Bilingual): Bilingual => ({
    ja: `準備のうち「${title.ja}」は済んでいます。`,
    en: `Already prepared: “${title.en}”.`,
  }),
  toPrepare: (what: Bilingual, days: Span): Bilingual => ({
    ja: `先に要ること：${what.ja}（目安${daysJa(days)}）。`,
    en: `Needed first: ${what.en} (about ${daysEn(days)}).`,
  }),
  purposeOpen: (purpose: Bilingual): Bilingual => ({
    ja: `この制度は${purpose.ja}を目的としています。計画がこの目的に沿うかは、事務局の判断になります。`,
    en: `The programme is meant for ${purpose.en}. Whether a plan serves that is for its office to judge.`,
  }),
  duty: (title: Bilingual): Bilingual => ({
    ja: `引き受けること：${title.ja}。`,
    en: `To be taken on: ${title.en}.`,
  }),
  duties: (): Bilingual => ({
    ja: '引き受けることを果たせない場合、返還を求められることがあります。',
    en: 'Where what is taken on is not met, repayment may be asked for.',
  }),
  costCovered: (items: Bilingual, programme: Bilingual): Bilingual => ({
    ja: `${items.ja}は、${programme.ja}の対象経費の例に挙がっています。`,
    en: `${items.en}: among the examples of what ${programme.en} pays for.`,
  }),
  costCondition: (items: Bilingual, condition: Bilingual): Bilingual => ({
    ja: `${items.ja}は条件付きです：${condition.ja}。要件を満たす製品・サービスか、事務局の登録一覧でご確認ください。`,
    en: `${items.en}: conditional. ${condition.en}. Please check with the lists of the programme's office whether the product or service qualifies.`,
  }),
  costPartly: (items: Bilingual): Bilingual => ({
    ja: `${items.ja}のうち、対象になり得るのは一部だけです。内訳が分からないため、幅で示します。`,
    en: `${items.en}: only a part may be covered. Its share is not known, so a range is shown.`,
  }),
  costNone: (programme: Bilingual): Bilingual => ({
    ja: `計画中の措置に、${programme.ja}の対象経費の例に当たるものは見当たりません（汎用品・施設工事などは対象外になりがちです）。`,
    en: `Among the planned actions nothing is found that ${programme.en} gives as an example of its costs (general-purpose goods and building works are often excluded).`,
  }),
  ordered: (item: Bilingual, programme: Bilingual): Bilingual => ({
    ja: `「${item.ja}」は交付決定前に発注・契約・支払をしたため、この経費は対象外の可能性が高いです（${programme.ja}）。`,
    en: `“${item.en}” was ordered, contracted or paid before a grant decision, so its cost is probably not covered (${programme.en}).`,
  }),
  begun: (item: Bilingual, programme: Bilingual): Bilingual => ({
    ja: `「${item.ja}」は進められています。交付決定などの前に発注・契約・支払をしていれば、対象にならない可能性があります（${programme.ja}）。`,
    en: `“${item.en}” is under way. If it was ordered, contracted or paid before a decision, its cost may not be covered (${programme.en}).`,
  }),
  notYet: (): Bilingual => ({
    ja: '補助を検討する場合、交付決定の通知までは発注・契約・支払をしないでください。見積の取得は差し支えありません。',
    en: 'While support is considered, do not order, contract or pay before the grant decision arrives. Quotations may be collected.',
  }),
  planFirst: (): Bilingual => ({
    ja: '計画の届出や認定が、取得や開始より先に要るとされます。順序を窓口で確かめてください。',
    en: 'The plan is said to have to be filed or certified before the purchase or start. Please confirm the order with the office.',
  }),
  windowClosed: (last: string | null): Bilingual => ({
    ja: `現在は募集期間外です${last === null ? '' : `（前回締切 ${dateJa(last)}）`}。次回は未公表です。`,
    en: `Applications are closed${last === null ? '' : ` (last deadline ${dateEn(last)})`}. No next round is announced.`,
  }),
  windowUnknown: (): Bilingual => ({
    ja: '募集の日程は見つかっていません。窓口でご確認ください。',
    en: 'No dates for applications were found. Please ask the office.',
  }),
  windowNext: (opens: string): Bilingual => ({
    ja: `次の募集は${dateJa(opens)}からとされます。`,
    en: `The next round is said to open on ${dateEn(opens)}.`,
  }),
  deadline: (at: string, extra: { what: Bilingual; at: string } | null): Bilingual => ({
    ja: `申請の締切は${whenJa(at)}（日本時間）です。${extra ? `${extra.what.ja}の締切（${whenJa(extra.at)}）が先に来ます。` : ''}`,
    en: `The deadline is ${whenEn(at)} (Japan time).${extra ? ` ${extra.what.en} is due earlier, ${whenEn(extra.at)}.` : ''}`,
  }),
  tight: (needed: number, left: number): Bilingual => ({
    ja: `先に要る準備の目安（合わせて${needed}日）が、締切までの${left}日に収まりません。実質的に間に合わない可能性が高く、次回の公募が現実的です。`,
    en: `What is to be prepared first takes about ${needed} days, and ${left} are left. It is probably too late in practice; the next round is the realistic one.`,
  }),
  floorNot: (floor: number): Bilingual => ({
    ja: `補助下限額${yenJa(floor)}に届かない可能性があります。`,
    en: `The lower limit of ${yenEn(floor)} may not be reached.`,
  }),
  money: (
    { lo, hi }: Span,
    rates: readonly string[],
    cap: number | null,
    isCompetitive: boolean,
  ): Bilingual => ({
    ja: `概算：補助 ${lo === hi ? yenJa(hi) : `${yenJa(lo)}〜${yenJa(hi)}`}（補助率${rates.join('・')}${cap === null ? '' : `、上限${yenJa(cap)}`}）。先に全額を支払い、後から入金されます。${isCompetitive ? '採択審査があり、受けられないこともあります。' : ''}`,
    en: `Rough figure: support of ${lo === hi ? yenEn(hi) : `${yenEn(lo)} to ${yenEn(hi)}`} (rate ${rates.join(' or ')}${cap === null ? '' : `, up to ${yenEn(cap)}`}). All is paid first, and the money comes afterwards.${isCompetitive ? ' Applications are selected, and may fail.' : ''}`,
  }),
  noFigure: (): Bilingual => ({
    ja: '補助率や上限が分からないため、額は示しません。',
    en: 'Rate or cap is not known, so no amount is shown.',
  }),
  tax: (): Bilingual => ({
    ja: '税の優遇は税理士にご確認ください。補助金そのものではありません。',
    en: 'Please ask a tax adviser about tax relief. It is not a subsidy.',
  }),
  inKind: (): Bilingual => ({
    ja: '助言やサービスの仕組みで、お金の補助ではありません。',
    en: 'This is advice or a service, not money.',
  }),
  stale: (day: string, budget: number): Bilingual => ({
    ja: `この情報は${dateJa(day)}時点の確認です。${budget}日以上経過しているため、判断を保留します。`,
    en: `This was checked as of ${dateEn(day)}. More than ${budget} days have passed, so no judgement is given.`,
  }),
  unverified: (): Bilingual => ({
    ja: '公式のページを人が開いて確かめた値ではありません（未確認）。',
    en: 'No person has confirmed these values on the official page (unverified).',
  }),
  drawings: (): Bilingual => ({
    ja: '取扱区画や系統図などの図面・構成情報を事務局へ提出することになる場合があります。提出前に保護責任者と相談してください。',
    en: 'Drawings of the handling area or network may have to be handed to the office of the programme. Please talk to the protection supervisor before that.',
  }),
  needFirst: (): Bilingual => ({
    ja: '取扱場所の工事や設備は、行政機関の必要性が確かめられてから（A-01）の計画です。補助の期限に合わせて先に発注しないでください。',
    en: 'Works and equipment for a handling area are planned for after an agency’s need has been established (A-01). Do not order them earlier to meet a deadline of a programme.',
  }),
  none: (day: string): Bilingual => ({
    ja: `計画中の措置に直接使える公的補助は見当たりませんでした（当カタログの範囲、${dateJa(day)}時点）。`,
    en: `No public support was found that fits the planned actions directly (within this catalogue, as of ${dateEn(day)}).`,
  }),
  local: (): Bilingual => ({
    ja: '市区町村・業界団体の独自支援がある場合があります。所在地の商工担当にお問い合わせください。',
    en: 'Municipalities and industry associations may have support of their own. Please ask the commerce section where the company is located.',
  }),
};

/** Titles one after the other, in quotation marks; the fourth and further are counted. */
export function listOf(titles: readonly Bilingual[]): Bilingual {
  const [shown, more] = [titles.slice(0, SHOWN), Math.max(0, titles.length - SHOWN)];
  return {
    ja: `${shown.map(({ ja }) => `「${ja}」`).join('')}${more > 0 ? `ほか${more}件` : ''}`,
    en: `${shown.map(({ en }) => `“${en}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

const SHOWN = 3;

/** The footer of every page and export with hints (subsidies.md 7.9). */
export function hintDisclaimer(catalogue: string): Bilingual {
  return {
    ja: `これは公開情報に基づく参考の目安であり、受給を保証しません。公募要領と事務局の判断が優先します。目録 ${catalogue}。`,
    en: `These are pointers based on public information; no support is promised. The official guidelines and the judgement of the programme's office prevail. Catalogue ${catalogue}.`,
  };
}
