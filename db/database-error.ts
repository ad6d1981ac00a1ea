import { DrizzleQueryError } from 'drizzle-orm/errors';
import { DatabaseError as DriverError } from 'pg';

export type DatabaseReason =
  | 'retry' // lost against another transaction: the same call may succeed
  | 'timeout'
  | 'locked'
  | 'disk-full'
  | 'unavailable'
  | 'denied' // a policy or a missing grant refused it
  | 'constraint'
  | 'rolled-back'
  | 'unknown';

const reasons: Readonly<Record<string, DatabaseReason>> = {
  '40001': 'retry',
  '40P01': 'retry',
  '57014': 'timeout',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '55P03': 'locked',
  '53100': 'disk-full',
  '53200': 'unavailable',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '42501': 'denied',
};

/**
 * What is left of a driver's error: code, constraint and table. The driver's own message, detail and
 * parameters carry what people wrote, so they end here and never reach a log or an error page.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly reason: DatabaseReason;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(
    reason: DatabaseReason,
    of: {
      code?: string | undefined;
      constraint?: string | undefined;
      table?: string | undefined;
    } = {},
  ) {
    const where = [of.code, of.table, of.constraint].filter((part) => part !== undefined);
    super(`The database answered: ${[reason, ...where].join(' · ')}`);
    this.reason = reason;
    this.code = of.code;
    this.constraint = of.constraint;
    this.table = of.table;
  }
}

/** Scrubs what a driver threw, however wrapped; anything else is returned as it is. */
export function scrubbed(thrown: unknown): unknown {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof DriverError) {
      const { code, constraint, table } = error;
      return new DatabaseError(reasonOf(code), { code, constraint, table });
    }
    if (lostConnection(error)) return new DatabaseError('unavailable', { code: codeOf(error) });
  }
  return thrown instanceof DrizzleQueryError ? new DatabaseError('unknown') : thrown;
}

function reasonOf(code: string | undefined): DatabaseReason {
  if (code === undefined) return 'unknown';
  if (code.startsWith('08')) return 'unavailable';
  if (code.startsWith('23')) return 'constraint';
  return reasons[code] ?? 'unknown';
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

// node-postgres reports these as plain errors, recognisable by a socket code or by their words alone.
const lostConnection = (error: Error): boolean =>
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENOTFOUND|ENOENT)/.test(codeOf(error) ?? '') ||
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
