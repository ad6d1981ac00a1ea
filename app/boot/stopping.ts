type Stop = () => Promise<void>;

// A terminal sends Ctrl-C to every process of the group, and npm passes it on once more: what
// arrives within this time is the same key stroke.
const sameStrokeMs = 1_000;

/**
 * Ctrl-C, SIGTERM and SIGHUP run what `add` collected, last first, and end with code 0; a second
 * Ctrl-C ends at once (the database server then shuts down by itself).
 */
export function stopOnSignals(log: (line: string) => void): {
  add: (stop: Stop) => void;
  isStopping: () => boolean;
  stopAll: Stop;
} {
  const stops: Stop[] = [];
  let firstAt: number | undefined;

  const stopAll = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  const handle = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      log('Stopping: open requests end first, then the database …');
      stopAll().then(
        () => {
          log('Stopped.');
          process.exit(0);
        },
        (error: unknown) => {
          log(`Stopped with an error: ${error instanceof Error ? error.message : String(error)}`);
          process.exit(1);
        },
      );
      return;
    }
    if (performance.now() - firstAt < sameStrokeMs) return;
    log('Stopping at once.');
    process.exit(130);
  };

  process.on('SIGINT', handle).on('SIGTERM', handle).on('SIGHUP', handle);
  return { add: (stop) => stops.push(stop), isStopping: () => firstAt !== undefined, stopAll };
}
