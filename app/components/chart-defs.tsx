/** The hatch of every chart; once per page, before the first chart. */
export function ChartDefs() {
  return (
    <svg className="chart-defs" aria-hidden="true">
      <defs>
        <pattern
          id="hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-base" width="6" height="6" />
          <path className="hatch-line" d="M1 0v6" />
        </pattern>
      </defs>
    </svg>
  );
}
