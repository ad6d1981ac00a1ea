/** The fixed sentence of the gap model; every screen and export with a result carries it. */
export function Disclaimer({ children }: { children: string }) {
  return <p className="disclaimer">{children}</p>;
}
