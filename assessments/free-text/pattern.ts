const HIRAGANA_TO_KATAKANA = 0x60;

/**
 * A pattern that reads hiragana and katakana alike: しゃっきん finds シャッキン and しゃっきん.
 * Kana inside `[…]` stay as written.
 */
export function pattern(source: string, flags = 'gu'): RegExp {
  return new RegExp(
    source.replaceAll(/\[(?:\\.|[^\]])*\]|[ぁ-ゖァ-ヶ]/gu, (part) =>
      part.startsWith('[') ? part : bothKana(part),
    ),
    flags,
  );
}

function bothKana(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hiragana = /[ぁ-ゖ]/u.test(character) ? code : code - HIRAGANA_TO_KATAKANA;
  return `[${String.fromCodePoint(hiragana)}${String.fromCodePoint(hiragana + HIRAGANA_TO_KATAKANA)}]`;
}
