import { Transform } from 'node:stream';

/**
 * Drops zero bytes from a stream of UTF-8. React 18 writes its 2 KB views whole, so where a character
 * of several bytes does not fit any more, one or two zero bytes stand in the middle of the text.
 */
export function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
