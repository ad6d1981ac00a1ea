import { createHash } from 'node:crypto';

/** The same id for the same name (UUID version 8): an interrupted loading meets its own rows again. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`junbi demo ${name}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
