import { lazy, Suspense } from 'react';
import type { UnsentView } from '../unsent.ts';

// Every page has a way to fail; few visits meet these two, whose texts and forms come when needed.
const SignedOut = lazy(async () => ({ default: (await import('./signed-out.tsx')).SignedOut }));
const ConfirmFirst = lazy(async () => ({
  default: (await import('./confirm-first.tsx')).ConfirmFirst,
}));

/** A form that was held up: somebody signs in first, or confirms who they are. */
export function HeldUp({ view }: { view: UnsentView }) {
  return (
    <Suspense>
      {view.confirm === null ? (
        <SignedOut view={view} />
      ) : (
        <ConfirmFirst view={view} confirm={view.confirm} />
      )}
    </Suspense>
  );
}
