import { useCallback, useState } from 'react';
import type { PartView } from '../views/answering-part.server.ts';

/** Counts the questions that had no answer when the page came and have one now. */
export function useAnswered(parts: readonly PartView[]) {
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const onAnswered = useCallback(
    (id: string) => setAnswered((ids) => (ids.includes(id) ? ids : [...ids, id])),
    [],
  );
  const fresh = parts.filter(
    ({ id, given, shown }) => shown !== false && given.level === '' && answered.includes(id),
  );
  const minutes = fresh.reduce((sum, part) => sum + part.minutes, 0);
  return { more: { questions: fresh.length, minutes }, onAnswered };
}
