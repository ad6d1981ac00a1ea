import { useCallback, useState } from 'react';
import type { FreshView } from '../views/answering-fresh.server.ts';

/** What the page's own saves have changed since it was loaded; null before the first. */
export function useFresh() {
  const [fresh, setFresh] = useState<FreshView | null>(null);
  const onSaved = useCallback(
    (next: FreshView) => setFresh((now) => (now && now.readAt > next.readAt ? now : next)),
    [],
  );
  return { fresh, onSaved };
}
