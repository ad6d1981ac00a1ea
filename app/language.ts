import { useRouteLoaderData } from '@remix-run/react';
import type { Bilingual, Language } from '#assessments/bilingual.ts';

/** A set of page texts; both languages have the same keys, or it does not compile. */
export interface Messages<T> {
  ja: T;
  en: T;
}

export function messages<T>(texts: { ja: T; en: NoInfer<T> }): Messages<T> {
  return texts;
}

/** Sentences by reason code; a code that is not there has none. */
export function sentences(all: Record<string, string>): Record<string, string> {
  return all;
}

/** The language of the page, chosen by the root loader. */
export function useLanguage(): Language {
  const root = useRouteLoaderData<{ language: Language }>('root');
  return root?.language ?? 'ja';
}

export function useMessages<T>(texts: Messages<T>): T {
  return texts[useLanguage()];
}

export function pick(text: Bilingual, language: Language): string {
  return text[language];
}

/** One part of a set of texts, in both languages. */
export function part<T, K extends keyof T>(texts: Messages<T>, key: K): Messages<T[K]> {
  return { ja: texts.ja[key], en: texts.en[key] };
}
