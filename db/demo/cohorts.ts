import type { Dimension } from '#assessments/disclosure/lattice.ts';

/** Members that release from the same quarter on: how many of them stand in each group, and what is special about all. */
export interface Cohort extends Readonly<Record<Dimension, Readonly<Record<string, number>>>> {
  quarter: number;
  as:
    | 'counted'
    | 'one-holding'
    | 'one-batch'
    | 'half-answered'
    | 'joined-late'
    | 'never-released'
    | 'withdrawn';
}

/** An association of 240 that grows over a year. */
export const COHORTS: readonly Cohort[] = [
  {
    quarter: 0,
    as: 'counted',
    industry: {
      machining: 31,
      electronics: 23,
      instruments: 8,
      materials: 13,
      transport: 6,
      energy: 9,
      software: 11,
      construction: 5,
      logistics: 5,
      elsewhere: 5,
    },
    region: {
      hokkaido: 6,
      tohoku: 8,
      kanto: 46,
      chubu: 19,
      kinki: 14,
      chugoku: 7,
      shikoku: 6,
      kyushu: 10,
    },
    size: { 'below-50': 67, 'from-50': 27, 'from-100': 22 },
  },
  {
    quarter: 1,
    as: 'counted',
    industry: {
      machining: 14,
      electronics: 9,
      instruments: 3,
      materials: 4,
      energy: 1,
      software: 11,
    },
    region: { kanto: 18, chubu: 11, kinki: 10, kyushu: 3 },
    size: { 'below-50': 24, 'from-50': 8, 'from-100': 10 },
  },
  {
    quarter: 2,
    as: 'counted',
    industry: {
      machining: 5,
      electronics: 6,
      instruments: 2,
      materials: 5,
      energy: 1,
      software: 1,
    },
    region: { tohoku: 2, kanto: 7, chubu: 4, kinki: 5, kyushu: 2 },
    size: { 'below-50': 10, 'from-50': 6, 'from-100': 4 },
  },
  {
    quarter: 3,
    as: 'counted',
    industry: {
      machining: 8,
      electronics: 5,
      instruments: 2,
      materials: 4,
      energy: 3,
      software: 2,
    },
    region: { kanto: 20, kinki: 2, chugoku: 1, kyushu: 1 },
    size: { 'below-50': 16, 'from-50': 3, 'from-100': 5 },
  },
  // Makers of parts around one place, who came together.
  {
    quarter: 3,
    as: 'counted',
    industry: { transport: 12 },
    region: { chubu: 12 },
    size: { 'below-50': 6, 'from-50': 4, 'from-100': 2 },
  },
  {
    quarter: 0,
    as: 'one-holding',
    industry: { materials: 4 },
    region: { kinki: 4 },
    size: { 'from-100': 4 },
  },
  {
    quarter: 0,
    as: 'one-batch',
    industry: { machining: 4 },
    region: { chubu: 4 },
    size: { 'below-50': 4 },
  },
  {
    quarter: 0,
    as: 'half-answered',
    industry: { machining: 2, electronics: 2, energy: 1 },
    region: { kanto: 3, tohoku: 1, kinki: 1 },
    size: { 'below-50': 4, 'from-50': 1 },
  },
  {
    quarter: 3,
    as: 'joined-late',
    industry: { machining: 2, materials: 1, software: 1, transport: 1 },
    region: { kanto: 2, chubu: 2, kyushu: 1 },
    size: { 'below-50': 3, 'from-50': 2 },
  },
  {
    quarter: 0,
    as: 'never-released',
    industry: { machining: 2, instruments: 1, logistics: 1 },
    region: { kanto: 2, kinki: 1, shikoku: 1 },
    size: { 'below-50': 4 },
  },
  {
    quarter: 0,
    as: 'withdrawn',
    industry: { machining: 2, electronics: 1, materials: 1 },
    region: { kanto: 2, chubu: 1, kinki: 1 },
    size: { 'below-50': 3, 'from-50': 1 },
  },
];
