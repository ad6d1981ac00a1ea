/** The mark of Junbi is its chart: known, still open, and the target line. */
function BrandMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path className="brand__solid" d="M0 9h11v10H0z" />
      <path className="brand__hatch" d="m11 19 6-10m-2 10 6-10M19 19l3-5" fill="none" />
      <path className="brand__target" d="M25 3v22" fill="none" />
    </svg>
  );
}

/** Both scripts always stand together, so the name needs no translation. */
export function Brand({ href }: { href?: string | undefined }) {
  const name = (
    <>
      <BrandMark />
      <span>
        <span lang="ja">準備</span> <small lang="en">Junbi</small>
      </span>
    </>
  );
  if (href === undefined) return <p className="brand">{name}</p>;
  return (
    <a className="brand" href={href}>
      {name}
    </a>
  );
}
