/** Where an assessment stands: only an open one takes answers. */
export const STATES = ['open', 'submitted', 'approved', 'carried', 'undone'] as const;
export type State = (typeof STATES)[number];

/** What somebody did that moved it, each a row with who and when. */
export const STATE_CHANGES = [
  'submitted',
  'withdrawn',
  'returned',
  'approved',
  'reopened',
  'carried',
  'uncarried',
  'undone',
] as const;
export type StateChange = (typeof STATE_CHANGES)[number];
