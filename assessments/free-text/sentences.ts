/** Sentences of a text with their places; line ends and 。！？ end one, `Mr.` does not. */
export interface Sentence {
  text: string;
  start: number;
}

const END = /[。!?\n]|\.(?=\s|$)/gu;
const TITLE = /\b(?:mr|ms|mrs|dr|no)$/u;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(END)) {
    if (text[index] === '.' && TITLE.test(text.slice(Math.max(0, index - 4), index))) continue;
    if (index > start) sentences.push({ text: text.slice(start, index), start });
    start = index + 1;
  }
  if (start < text.length) sentences.push({ text: text.slice(start), start });
  return sentences;
}
