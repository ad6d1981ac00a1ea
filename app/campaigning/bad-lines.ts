/** The numbers of the lines that a refusal names; none where it is about something else. */
export function badLines(reason: string | undefined): number[] {
  const [code, ...numbers] = reason?.split(' ') ?? [];
  return code === 'bad-lines' ? numbers.map(Number) : [];
}
