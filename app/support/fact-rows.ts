/** Rows of the form, numbered from 1. */
export const OWNER_ROWS = [1, 2, 3, 4, 5, 6] as const;
export const AWARD_ROWS = [1, 2, 3, 4] as const;

/** Kinds of owner that a person can choose; a company with figures of its own comes in by file alone. */
export const OWNER_KINDS = [
  'individual',
  'sme',
  'large',
  'deemed-large',
  'fund',
  'unknown',
] as const;
