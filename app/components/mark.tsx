import type { ReactElement } from 'react';

export type MarkName =
  'blocked' | 'undetermined' | 'clear' | 'idle' | 'saved' | 'waiting' | 'warning' | 'key';

const drawings: Record<MarkName, ReactElement> = {
  blocked: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path className="mark__inside" d="M5.5 10h9" strokeWidth="2.6" />
    </>
  ),
  undetermined: (
    <>
      <circle cx="10" cy="10" r="8" strokeWidth="2" strokeDasharray="3.6 2.7" />
      <path d="M7.6 8.2a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7" strokeWidth="1.9" />
      <circle cx="10" cy="14.3" r="1.2" fill="currentColor" stroke="none" />
    </>
  ),
  clear: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path className="mark__inside" d="m5.8 10.3 2.9 2.9 5.6-6" strokeWidth="2.2" />
    </>
  ),
  idle: <path d="M4 10h12" strokeWidth="2.2" />,
  saved: <path d="m3.5 10.8 4.2 4.2 8.8-9.6" strokeWidth="2.4" />,
  waiting: (
    <>
      <rect x="3" y="3" width="14" height="14" strokeWidth="1.8" strokeDasharray="3 2.2" />
      <path d="M10 6v7M7 10.4l3 3 3-3" strokeWidth="1.8" />
    </>
  ),
  warning: (
    <>
      <path d="M10 1.8 19 18H1z" strokeWidth="2" strokeLinejoin="round" />
      <path d="M10 7.4v5" strokeWidth="2" />
      <circle cx="10" cy="15" r="1.2" fill="currentColor" stroke="none" />
    </>
  ),
  key: (
    <>
      <circle cx="6.4" cy="10" r="3.9" strokeWidth="2" />
      <path d="M10.3 10H18v3.4M14.6 10v2.6" strokeWidth="2" />
    </>
  ),
};

/** A sign that repeats what the word beside it says; never stands alone. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg className="mark" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
