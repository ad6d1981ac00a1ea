export type RangeTextProps = {
  /** Already formatted: 14, 1,200,000 */
  lo: string;
  hi: string;
  unit?: string | undefined;
  separator?: string;
  size?: 'normal' | 'display';
};

/** A range is shown as a range, never as its midpoint; equal ends print once. */
export function RangeText({ lo, hi, unit, separator = '〜', size = 'normal' }: RangeTextProps) {
  return (
    <span className={size === 'display' ? 'range range--display' : 'range'}>
      {lo}
      {lo !== hi && (
        <>
          {separator}
          <wbr />
          {hi}
        </>
      )}
      {unit && (size === 'display' ? <small>{unit}</small> : unit)}
    </span>
  );
}
