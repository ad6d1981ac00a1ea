export type QrCodeProps = {
  /** The dark squares, as a path in units of one square. */
  path: string;
  size: number;
  label: string;
};

/** A QR code drawn on the server; black on white whatever the page's colours are, because phones read it. */
export function QrCode({ path, size, label }: QrCodeProps) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="220"
      height="220"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
