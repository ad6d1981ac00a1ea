import { createHash } from 'node:crypto';

/** Another seed tells of another association; with this one every rule is seen (tests/db/demo-members.test.ts). */
const SEED = 5;

/** From 0 up to 1; the same for the same words, whatever was drawn before. */
export function chance(about: string): number {
  const digest = createHash('sha256').update(`junbi demo ${SEED} ${about}`).digest();
  return digest.readUInt32BE() / 2 ** 32;
}
