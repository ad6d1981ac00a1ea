import type { Language } from '#assessments/bilingual.ts';
import type { Advice } from '#assessments/subsidies/advice.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';
import type { Reason } from '#assessments/subsidies/reasons.ts';
import { hintDisclaimer } from '#assessments/subsidies/texts.ts';
import type { Span } from '#assessments/worklist.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText, rangeText, yenRangeText } from '../print.ts';

/** What is said about public support, in one language and in the order in which it is worth reading. */
export function supportView(
  advice: Advice,
  catalogue: Catalogue,
  { edition }: Worksheet,
  language: Language,
) {
  const titles = new Map(
    edition.actions.document.actions.map(({ id, title }) => [id, pick(title, language)]),
  );
  const action = (id: string) => ({ id, title: titles.get(id) ?? id });
  const documents = new Map(catalogue.programmes.map(({ document }) => [document.id, document]));
  const name = (id: string) => ({
    id,
    name: pick(documents.get(id)?.names ?? { ja: id, en: id }, language),
  });
  const waiting = new Map(advice.waiting.map((one) => [one.programme, one]));
  const programmes = advice.programmes.map(({ hint, support, cashFirst }) => {
    const document = documents.get(hint.programme);
    const own = waiting.get(hint.programme);
    return {
      ...name(hint.programme),
      body: document ? pick(document.body, language) : '',
      mode: document?.mode ?? null,
      verdict: hint.verdict,
      modifiers: hint.modifiers,
      range: yenRangeText(hint.range.lo, hint.range.hi, language),
      upToYen: hint.range.hi,
      rate: support.rates
        .map(({ num, den }) => `${num}/${den}`)
        .join(language === 'ja' ? '・' : ', '),
      cashFirst: yenRangeText(cashFirst.lo, cashFirst.hi, language),
      weeksToCash: document?.weeks ? rangeOf(document.weeks.toCash, language) : null,
      deadline: hint.deadline
        ? {
            what: pick(hint.deadline.what, language),
            on: momentText(hint.deadline.at, language),
            daysLeft: hint.deadline.daysLeft,
          }
        : null,
      missing: hint.missing.map((id) => factTitle(id, catalogue, language)),
      reasons: hint.reasons.map((reason) => reasonView(reason, catalogue, language)),
      prepare: hint.prepare.map(({ what, days }) => ({
        what: pick(what, language),
        days: rangeOf(days, language),
      })),
      actions: hint.actions.map(action),
      link: document?.links[0] ?? null,
      wait: own
        ? {
            weeksLater: own.weeksLater,
            yenLess: yenRangeText(own.yenLess.lo, own.yenLess.hi, language),
            decision: dateText(own.decision, language),
          }
        : null,
    };
  });
  return {
    catalogue: advice.catalogue,
    footer: pick(hintDisclaimer(advice.catalogue), language),
    next: advice.next.map(({ fact, programmes: settled }) => ({
      ...factTitle(fact, catalogue, language),
      settles: settled.map(name),
    })),
    packages: advice.packages.map(({ kind, parts, support, cashFirst, net }) => ({
      kind,
      parts: parts.map(({ programme, items }) => ({
        ...name(programme),
        actions: items.map(action),
      })),
      support: yenRangeText(support.lo, support.hi, language),
      cashFirst: yenRangeText(cashFirst.lo, cashFirst.hi, language),
      net: yenRangeText(net.lo, net.hi, language),
    })),
    programmes: programmes.toSorted(
      (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.upToYen - a.upToYen,
    ),
    byAction: byAction(programmes),
    stubs: catalogue.stubs.map(({ names, what }) => ({
      name: pick(names, language),
      what: pick(what, language),
    })),
    notChecked: catalogue.notChecked.map((text) => pick(text, language)),
  };
}
export type SupportView = ReturnType<typeof supportView>;

/** What may help comes first, what does not fit last. */
const ORDER = ['LIKELY', 'NEED_INFO', 'WINDOW_CLOSED', 'NOT_ELIGIBLE', 'NO_MATCHING_COST'];

function factTitle(id: string, { facts }: Catalogue, language: Language) {
  const fact = facts.facts.find((one) => one.id === id);
  return {
    fact: id,
    title: fact ? pick(fact.title, language) : null,
    help: fact ? pick(fact.help, language) : null,
  };
}

function reasonView(
  { atom, value, text, source, verifiedOn }: Reason,
  { sources }: Catalogue,
  language: Language,
) {
  const found = source === null ? undefined : sources.get(source);
  return {
    atom,
    value,
    text: pick(text, language),
    source: found ? { title: pick(found.title, language), url: found.url ?? null } : null,
    verifiedOn: verifiedOn === null ? null : dateText(verifiedOn, language),
  };
}

/** For each action the programmes that may pay for it. */
function byAction(
  programmes: readonly {
    id: string;
    name: string;
    verdict: string;
    actions: readonly { id: string; title: string }[];
  }[],
) {
  const rows = new Map<
    string,
    { id: string; title: string; programmes: { id: string; name: string }[] }
  >();
  for (const { id, name, verdict, actions } of programmes) {
    if (verdict === 'NOT_ELIGIBLE' || verdict === 'NO_MATCHING_COST') continue;
    for (const one of actions) {
      const row = rows.get(one.id) ?? { ...one, programmes: [] };
      row.programmes.push({ id, name });
      rows.set(one.id, row);
    }
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const rangeOf = ({ lo, hi }: Span, language: Language) => rangeText(lo, hi, language);

/** A deadline with its hour, where one is known; always in Japanese time. */
function momentText(moment: string, language: Language): string {
  const day = dateText(moment.slice(0, 10), language);
  return moment.includes('T') ? `${day} ${moment.slice(11, 16)}` : day;
}
