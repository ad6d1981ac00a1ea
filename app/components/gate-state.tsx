import { Mark } from './mark.tsx';

export type GateStatus = 'blocked' | 'undetermined' | 'clear';

export type GateStateProps = {
  status: GateStatus;
  /** 準備中 · 未確定 · 自己点検上の不足なし, always in full */
  children: string;
  size?: 'normal' | 'display';
};

export function GateState({ status, children, size = 'normal' }: GateStateProps) {
  const display = size === 'display' ? ' state--display' : '';
  return (
    <span className={`state state--${status}${display}`}>
      <Mark name={status} />
      {children}
    </span>
  );
}
