import { randomBytes } from 'node:crypto';

/**
 * Logs an unexpected error under a number that the reader is shown, and gives the number. Only the
 * name, the code and the stack are logged: messages of drivers can carry what somebody typed.
 */
export function reference(error: unknown): string {
  const number = randomBytes(4).toString('hex').toUpperCase();
  const shown = error instanceof Error ? `${error.name} ${stackOf(error)}` : typeof error;
  process.stderr.write(`error ${number} ${shown}\n`);
  return number;
}

function stackOf({ stack = '', message }: Error): string {
  const frames = message === '' ? stack : stack.replace(message, '');
  return frames.split('\n').slice(1, 8).join(' | ');
}
