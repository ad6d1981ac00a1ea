/** A subject is one line of at most 200 characters. */
export function subjectName(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
