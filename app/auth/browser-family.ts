// The order matters: each of these also claims to be the ones below it.
const FAMILIES = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;

/** The family of a browser, for the list of sessions; nothing finer is kept. */
export function browserFamily(userAgent: string | null): string | undefined {
  return FAMILIES.find(([, sign]) => sign.test(userAgent ?? ''))?.[0];
}
