import type { Bilingual } from '../bilingual.ts';
import type { Content } from './content.ts';
import { texts } from './texts.ts';

/** Never said of a company (gap-model.md, never.md N6): certification is an agency's alone. */
const NEVER_SAID: readonly RegExp[] = [
  /適合(?!事業者|証明)/,
  /適合証明/,
  /合格|認定見込み|公認|お墨付き/,
  /\b(?:pre-?certified|certifiable|likely to be certified|certification[- ]ready|officially recogni[sz]ed|endorsed|passing score)\b/i,
  /\b(?:compliant|in compliance) with the Act\b/i,
];

/** No text says or implies that a company is certified, endorsed or likely to be. */
export function words(content: Content): string[] {
  return texts(content).flatMap(({ file, place, text }) =>
    neverSaid(text).map((fault) => `${file}: ${place}: ${fault}`),
  );
}

/** What a text says that only an agency may say. */
export function neverSaid({ ja, en }: Bilingual): string[] {
  return NEVER_SAID.flatMap((pattern) => {
    const found = pattern.exec(ja) ?? pattern.exec(en);
    return found ? [`says "${found[0]}", which only an agency may say.`] : [];
  });
}
