import { z } from 'zod';

// The data of a page is a list in which equal values stand once and are named by their place. Whether two
// values happen to be equal would change every place behind them, so pages are compared spelled out.

const ENQUEUED = /streamController\.enqueue\(("(?:[^"\\]|\\.)*")\)/g;
const nameOf = /^_(\d+)$/;

/** A page whose streamed data are spelled out. */
export const spelledOut = (html: string): string =>
  html.replaceAll(ENQUEUED, (_, literal: string) => {
    const lines = z.string().parse(JSON.parse(literal)).split('\n');
    return lines.map((line) => (line.startsWith('[') ? spelledLine(line) : line)).join('\n');
  });

function spelledLine(line: string): string {
  const places = z.array(z.unknown()).parse(JSON.parse(line));
  const valueAt = (place: unknown): unknown => {
    const value = typeof place === 'number' && place >= 0 ? places[place] : place;
    if (Array.isArray(value))
      // A list that begins with a word is a date, a promise and the like.
      return typeof value[0] === 'string' ? value : value.map((one) => valueAt(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, at]) => [
        places[Number(nameOf.exec(name)?.[1])],
        valueAt(at),
      ]),
    );
  };
  return JSON.stringify(valueAt(0));
}
