/** An exact fraction as it is reckoned; read aloud as n/d. */
export function Fraction({ n, d }: { n: string; d: string }) {
  return (
    <>
      <span className="visually-hidden">{`${n}/${d}`}</span>
      <span className="fraction" aria-hidden="true">
        <span>{n}</span>
        <span>{d}</span>
      </span>
    </>
  );
}
