import { useEffect } from 'react';

/** Asks before a page is left by anything but a form of its own: what it shows stands nowhere else. */
export function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const stop = () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('submit', stop);
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('submit', stop);
    return stop;
  }, []);
}
