/** Pairs of characters and, in Latin letters, words and pairs of words: how a text sounds. */
export function gramsOf(text: string): ReadonlySet<string> {
  const framed = `^${text.replaceAll(/\d/gu, '0')}$`;
  const grams = new Set<string>();
  for (let at = 0; at < framed.length; at += 1) {
    grams.add(framed.slice(at, at + 1));
    grams.add(framed.slice(at, at + 2));
  }
  const words = framed.match(/[a-z']+/gu) ?? [];
  words.forEach((word, at) => {
    grams.add(` ${word} `);
    if (at > 0) grams.add(` ${words[at - 1]} ${word} `);
  });
  return grams;
}
