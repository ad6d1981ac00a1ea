import { useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

/** Opens the browser's print; without JavaScript there is no button, and the sentence beside it says how. */
export function PrintButton({ children }: { children: string }) {
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  if (!ready) return null;
  return (
    <Button type="button" variant="primary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
