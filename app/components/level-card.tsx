import type { ReactNode } from 'react';

export type LevelCardProps = {
  id: string;
  name: string;
  value: string;
  /** 0–4; absent for わからない and 該当しない */
  level?: number;
  label: ReactNode;
  text?: ReactNode;
  checked: boolean;
  describedBy?: string | undefined;
};

/** One answer that can be chosen: a radio with its words. */
export function LevelCard(props: LevelCardProps) {
  const { id, name, value, level, label, text, checked, describedBy } = props;
  return (
    <label className={level === undefined ? 'level-card level-card--plain' : 'level-card'}>
      <input
        className={value === 'na' ? 'level-card__na' : undefined}
        type="radio"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={describedBy}
      />
      {level !== undefined && <span className="level-card__n">{level}</span>}
      <span>
        <span className="level-card__name">{label}</span>
        {text && <span className="level-card__text">{text}</span>}
      </span>
    </label>
  );
}
