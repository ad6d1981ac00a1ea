import { readAnswerSheet } from '../answer-sheet.ts';
import { bridge, FACTORS, type BridgeParts } from '../bridge.ts';
import { fractionText } from '../rational.ts';
import { BadInput, flags, inFile, readJson, type Editions, type Terminal } from './input.ts';

/** `bridge FILE FILE`: what moved the overall attainment from the first to the second, as fractions. */
export function runBridge(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { positionals } = flags(args, {});
  const [before, after, ...more] = positionals.map((file) => {
    const content = readJson(file);
    return inFile(file, () => readAnswerSheet(content, {}, editions));
  });
  if (!before || !after || more.length > 0) throw new BadInput('bridge: expected two FILEs');
  const { lo, hi } = bridge(before, after);
  terminal.out(JSON.stringify({ lo: textsOf(lo), hi: textsOf(hi) }, null, 2));
  return 0;
}

const textsOf = (parts: BridgeParts) =>
  Object.fromEntries(
    [...FACTORS, 'total' as const].map((part) => [part, fractionText(parts[part])]),
  );
