import { messages } from '../language.ts';
import { company } from './glossary/company.ts';
import { scheme } from './glossary/scheme.ts';
import { selfCheck } from './glossary/self-check.ts';
import type { Term } from './glossary/term.ts';
import { work } from './glossary/work.ts';

export const GLOSSARY: readonly { id: GlossaryGroup; terms: readonly Term[] }[] = [
  { id: 'scheme', terms: scheme },
  { id: 'company', terms: company },
  { id: 'self-check', terms: selfCheck },
  { id: 'work', terms: work },
];
type GlossaryGroup = 'scheme' | 'company' | 'self-check' | 'work';

interface GlossaryTexts {
  title: string;
  lead: string;
  asOf: string;
  index: string;
  groups: Record<GlossaryGroup, { title: string; intro: string }>;
  reading: (reading: string) => string;
  rests: string;
}

export const glossary = messages<GlossaryTexts>({
  ja: {
    title: '用語',
    lead: 'この点検に出てくる言葉を、条文の言葉と、この点検で決めた言葉に分けて説明します。',
    asOf: '法令は2025年7月24日時点のものです。その後の改正は確かめていません。条文の言葉は短く言いかえています。正確には条文をご覧ください。',
    index: '言葉の一覧',
    groups: {
      scheme: { title: '制度', intro: '情報、行政機関、認定、決まり' },
      company: { title: '会社の備え', intro: '人、場所、文書' },
      'self-check': { title: 'この点検の言葉', intro: '状態、水準、割合の意味' },
      work: { title: 'これからの作業', intro: '対策の一覧に出てくる言葉' },
    },
    reading: (reading) => `読み：${reading}`,
    rests: '根拠：',
  },
  en: {
    title: 'Glossary',
    lead: 'The words of this self-check: those of the law, and those that it sets itself.',
    asOf: 'The law is as of 24 July 2025; later amendments have not been checked. Terms of law are put briefly; the text of the law is what counts. English terms are ours: no official full translation was found.',
    index: 'All words',
    groups: {
      scheme: { title: 'The scheme', intro: 'Information, agencies, certification, rules' },
      company: { title: 'The company', intro: 'People, places, papers' },
      'self-check': {
        title: 'Words of this self-check',
        intro: 'What states, levels and figures mean',
      },
      work: { title: 'The work ahead', intro: 'Words of the list of actions' },
    },
    reading: (reading) => `Reading: ${reading}`,
    rests: 'Rests on: ',
  },
});
