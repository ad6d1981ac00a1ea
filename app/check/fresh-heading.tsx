import { useEffect, useRef, type ReactNode } from 'react';

/** The words of a heading that has just appeared: they take the focus. */
export function FreshHeading({ children }: { children: ReactNode }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    words.current?.focus();
  }, []);
  return (
    <span ref={words} tabIndex={-1}>
      {children}
    </span>
  );
}
