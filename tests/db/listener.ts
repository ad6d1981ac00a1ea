/** Collects log lines and lets a test wait for one instead of for some time. */
export function listener() {
  const lines: string[] = [];
  const waiting: { wanted: string; heard: () => void }[] = [];
  return {
    lines,
    log: (line: string) => {
      lines.push(line);
      for (const it of waiting.splice(0)) {
        if (it.wanted === line) it.heard();
        else waiting.push(it);
      }
    },
    next: (wanted: string) => new Promise<void>((heard) => waiting.push({ wanted, heard })),
  };
}
