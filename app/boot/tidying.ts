import { withAuth } from '#db/tenant.ts';
import { tidy } from '#db/tidy.ts';
import { reference } from '../reference.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Tidies now and once a day; one that fails is logged and tried again the next day. */
export async function tidyDaily(): Promise<{ stop: () => Promise<void> }> {
  await withAuth(tidy);
  let underway = Promise.resolve();
  const timer = setInterval(() => {
    underway = withAuth(tidy).catch((error: unknown) => void reference(error));
  }, DAY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return underway;
    },
  };
}
