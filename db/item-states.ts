/** How an action of a plan stands. */
export const ITEM_STATES = ['todo', 'doing', 'done', 'dropped'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
