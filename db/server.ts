import type pg from 'pg';

// The releases that fix CVE-2026-14666 (row-level security). All lines are released together, so the
// minor numbers follow from 15.20. A line that is missing here is newer than this table.
const newestKnown: ReadonlyMap<number, number> = new Map([
  [15, 20],
  [16, 16],
  [17, 12],
  [18, 6],
]);

export type ServerProblems = {
  /** Sentences that forbid to go on. */
  readonly refusals: readonly string[];
  /** Sentences to show; `outdated` alone decides in production (architecture.md, "Engines"). */
  readonly warnings: readonly string[];
  readonly outdated: boolean;
};

/** What about the server or the database stands in the way: encoding, line, missing security releases. */
export async function serverProblems(client: pg.ClientBase): Promise<ServerProblems> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string }>(`
    select current_setting('server_version') as version,
           current_setting('server_version_num') as number,
           current_setting('server_encoding') as encoding`);
  const server = rows[0];
  if (!server) throw new Error('The server did not say its version.');
  const line = Math.floor(Number(server.number) / 10_000);
  const minor = Number(server.number) % 10_000;
  const newest = newestKnown.get(line) ?? 0;
  const outdated = minor < newest;
  return {
    refusals: [
      ...(line < 15 ? [`PostgreSQL ${server.version} is too old: 15 or newer is needed.`] : []),
      ...(server.encoding === 'UTF8'
        ? []
        : [
            `The database is encoded in ${server.encoding}: create it anew with ENCODING 'UTF8', or Japanese text is lost.`,
          ]),
    ],
    warnings: outdated
      ? [
          `PostgreSQL ${server.version} lacks security fixes, one of them in row-level security (CVE-2026-14666): update to ${line}.${newest} or newer.`,
        ]
      : [],
    outdated,
  };
}
