/**
 * A start, a backup or a restore that must not go on. The message is a sentence for the person at
 * the terminal: it is printed as it stands, without a stack. Everything else thrown is a bug.
 */
export class Refusal extends Error {
  readonly reason: string;

  constructor(reason: string, sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.reason = reason;
  }
}
