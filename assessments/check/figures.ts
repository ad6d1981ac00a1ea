import type { Content } from './content.ts';
import { texts, type Field } from './texts.ts';

/** Where a figure would read as something that a company has to do. */
const FIELDS: readonly Field[] = ['question', 'level', 'evidence', 'todo', 'action'];
/** Figures that count nothing: articles, codes, levels, the 12 measures of 施行令16条1項. */
const NAMES_JA =
  /[A-L]-\d\d|\d+条(?:の\d+)?|\d+[項号]|3に加え|水準\d|12の措置|1枚|SCS評価制度|★\d/g;
const NAMES_EN =
  /[A-L]-\d\d|Articles? [\d()ivx,\- ]+(?:(?:and|to) [\d()ivx-]+)*|levels? \d|12 measures|★\d/g;
const BASIS_JA = /行政側の規則の例|要確認/;
const BASIS_EN = /agency-side rule|to be checked/;

/**
 * The Act and the Order set no frequencies, sizes or thresholds for companies (clearance-scheme.md
 * 2.5), so a figure in a question, level or piece of advice must say in words what it rests on.
 */
export function figures(content: Content): string[] {
  return texts(content)
    .filter(({ field }) => FIELDS.includes(field))
    .flatMap(({ file, place, text: { ja, en } }) => [
      ...(bare(ja, '。', NAMES_JA, BASIS_JA)
        ? [`${file}: ${place}: a figure without its basis (行政側の規則の例 or 要確認): ${ja}`]
        : []),
      ...(bare(en, '. ', NAMES_EN, BASIS_EN)
        ? [
            `${file}: ${place}: a figure without its basis (agency-side rule or to be checked): ${en}`,
          ]
        : []),
    ]);
}

function bare(text: string, end: string, names: RegExp, basis: RegExp): boolean {
  return text
    .split(end)
    .some((sentence) => /[\d０-９]/.test(sentence.replaceAll(names, '')) && !basis.test(sentence));
}
