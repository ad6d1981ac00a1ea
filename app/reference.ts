import { randomBytes } from 'node:crypto';

/** A number that a reader can tell and an operator can find. */
export function newReference(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

/**
 * Logs an unexpected error under a number that the reader is shown, and gives the number. Only the
 * name, the code and the stack are logged: messages of drivers can carry what somebody typed.
 */
export function reference(error: unknown, number: string = newReference()): string {
  const shown = error instanceof Error ? `${error.name} ${stackOf(error)}` : typeof error;
  process.stderr.write(`error ${number} ${shown}\n`);
  return number;
}

function stackOf({ stack = '', message }: Error): string {
  const frames = message === '' ? stack : stack.replace(message, '');
  return frames.split('\n').slice(1, 8).join(' | ');
}
