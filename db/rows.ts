import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { AnyTx } from './tenant.ts';

/**
 * Runs a hand-written statement and parses its rows: what comes from SQL as text is parsed once, here.
 * `shape` stands at the top level of its module: zod compiles a schema at its first use.
 */
export async function rows<Shape extends z.ZodType>(
  tx: AnyTx,
  shape: Shape,
  statement: SQL,
): Promise<z.infer<Shape>[]> {
  const result = await tx.execute(statement);
  return result.rows.map((row) => shape.parse(row));
}

/** A timestamptz: the driver hands it over as text in hand-written statements. */
export const instant = z.coerce.date();
