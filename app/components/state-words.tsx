import { Mark } from './mark.tsx';
import type { GateStatus } from './gate-state.tsx';

export type StateWordsProps = {
  /** 状態は三つあります */
  label: string;
  states: ReadonlyArray<{ status: GateStatus; label: string }>;
  current: GateStatus;
};

/** The three states that exist, the present one marked. */
export function StateWords({ label, states, current }: StateWordsProps) {
  return (
    <ul className="state-words" aria-label={label}>
      {states.map((state) => (
        <li key={state.status} aria-current={state.status === current ? 'true' : undefined}>
          <Mark name={state.status} />
          {state.label}
        </li>
      ))}
    </ul>
  );
}
