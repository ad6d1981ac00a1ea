/** The weeks of an action in a plan. */
export interface Slot {
  /** The week in which it starts, 0 being the one that begins today. */
  start: number;
  /** The week before which it is finished. */
  finish: number;
}

/** Nothing stands open before its work begins: no later than its first effort, and its least weeks before its end. */
export function latestStart(finish: number, weeks: number, begun: number | undefined): number {
  return Math.min(finish - weeks, begun ?? finish);
}
