import { Mark } from './mark.tsx';

export type SavedStatusProps = {
  /** idle: nothing to say yet; the empty region stays, so that the first change is announced. */
  status: 'idle' | 'saved' | 'waiting' | 'failed';
  /** 保存しました 14:03 · 送信待ち · 保存していません */
  children?: string | undefined;
};

const marks = { saved: 'saved', waiting: 'waiting', failed: 'warning' } as const;

export function SavedStatus({ status, children }: SavedStatusProps) {
  const tone = status === 'waiting' || status === 'failed' ? ` saved--${status}` : '';
  return (
    <output className={`saved${tone}`}>
      {status !== 'idle' && <Mark name={marks[status]} />}
      {children}
    </output>
  );
}
