import { messages } from '../language.ts';
import { home } from './home.ts';

/** The words for where a company stands, for the pages that explain them. */
export const standing = messages({ ja: { home: home.ja }, en: { home: home.en } });
