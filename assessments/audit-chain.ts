import { z } from 'zod';
import { auditEntrySchema, entryHash, GENESIS, type AuditEntry } from './audit-entry.ts';
import {
  bodyHash,
  chainOf,
  heldAnchorSchema,
  publicKeySchema,
  readAnchor,
  rootFrom,
  type AnchorBody,
  type AnchorLine,
  type PublicKey,
} from './audit-anchor.ts';

/** A company's whole access log as a file, with what proves it. */
export const auditChainSchema = z.strictObject({
  format: z.literal('junbi-audit-1'),
  company: z.uuid(),
  head: z.strictObject({ seq: z.int().nonnegative(), hash: z.string() }),
  entries: z.array(auditEntrySchema),
  anchors: z.array(heldAnchorSchema),
  keys: z.array(publicKeySchema),
});
export type AuditChain = z.infer<typeof auditChainSchema>;

export type ChainChecked = {
  /** Sentences, the first ones found; empty for a sound chain. */
  problems: string[];
  summary: {
    company: string;
    entries: number;
    head: string;
    from: string | null;
    until: string | null;
    /** Anchors that hold this chain, in the export and in the file beside it. */
    anchors: { inExport: number; inFile: number };
    /** The last entry that an anchor holds; what follows nothing proves yet. */
    anchoredUpTo: number;
    /** Whose word is taken for the public keys. */
    keysFrom: 'export' | 'given';
  };
};

/** What is held against a chain: the file of anchors that was kept elsewhere, the keys of `/keys`. */
export type Evidence = { anchors?: readonly AnchorLine[]; keys?: readonly PublicKey[] };

const MOST_PROBLEMS = 20;

/**
 * Whether a chain is what was written: every hash, every link, no gap, the head, and each anchor with its
 * signature and its way to the root. What an attacker rewrites whole shows only against anchors that were
 * kept elsewhere, and signed with a key that he has not.
 */
export function verifyChain(chain: AuditChain, evidence: Evidence = {}): ChainChecked {
  const problems: string[] = [];
  const say = (sentence: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(sentence);
  };
  const keys = evidence.keys ?? chain.keys;
  verifyEntries(chain, say);
  const held = verifyHeld(chain, keys, say);
  const filed = evidence.anchors ? verifyFile(chain, evidence.anchors, keys, say) : [];
  const { entries } = chain;
  return {
    problems,
    summary: {
      company: chain.company,
      entries: entries.length,
      head: chain.head.hash,
      from: entries[0]?.at ?? null,
      until: entries.at(-1)?.at ?? null,
      anchors: { inExport: chain.anchors.length, inFile: filed.length },
      anchoredUpTo: Math.max(0, ...held, ...filed),
      keysFrom: evidence.keys ? 'given' : 'export',
    },
  };
}

type Say = (sentence: string) => void;

function verifyEntries({ company, entries, head }: AuditChain, say: Say): void {
  let before: Pick<AuditEntry, 'seq' | 'hash' | 'at'> = { seq: 0, hash: GENESIS, at: '' };
  for (const entry of entries) {
    if (entry.seq !== before.seq + 1)
      say(`Entry ${before.seq + 1} is missing: entry ${entry.seq} stands in its place.`);
    if (entry.prev !== before.hash)
      say(`Entry ${entry.seq} does not continue the entry before it.`);
    if (entryHash(company, entry) !== entry.hash)
      say(`Entry ${entry.seq} was changed: its hash is another.`);
    if (entry.at < before.at) say(`Entry ${entry.seq} is older than the entry before it.`);
    before = entry;
  }
  if (head.seq !== entries.length)
    say(`The head counts ${head.seq} entries; the file holds ${entries.length}.`);
  if (head.hash !== before.hash) say('The head is not the hash of the last entry.');
}

/** Each anchor of the export; the entries that they hold. */
function verifyHeld(chain: AuditChain, keys: readonly PublicKey[], say: Say): number[] {
  const name = chainOf(chain.company);
  let last = 0;
  return chain.anchors.map((anchor, at) => {
    const body = readAnchor(anchor, keys);
    const which = body ? `Anchor ${body.number}` : `Anchor no. ${at + 1} of the export`;
    if (!body) say(`${which} is not signed with a key that is known.`);
    else if (rootFrom(name, anchor.seq, anchor.hash, anchor.proof) !== body.root)
      say(`${which} does not lead to its root.`);
    if (body && body.number <= last) say(`${which} stands out of order.`);
    last = body?.number ?? last;
    compare(chain, anchor, which, say);
    return anchor.seq;
  });
}

/** Each line of the file that was kept elsewhere; the entries of this chain that they hold. */
function verifyFile(
  chain: AuditChain,
  lines: readonly AnchorLine[],
  keys: readonly PublicKey[],
  say: Say,
): number[] {
  const name = chainOf(chain.company);
  const held: number[] = [];
  let before: (AnchorBody & { text: string }) | undefined;
  for (const [at, line] of lines.entries()) {
    const body = readAnchor(line, keys);
    if (!body) {
      say(`Line ${at + 1} of the anchors is not signed with a key that is known.`);
      continue;
    }
    if (before && body.prev !== bodyHash(before.text))
      say(`Anchor ${body.number} of the file does not continue anchor ${before.number}.`);
    before = { ...body, text: line.body };
    for (const head of line.heads) {
      if (head.chain !== name) continue;
      const which = `Anchor ${body.number} of the file`;
      if (rootFrom(name, head.seq, head.hash, head.proof) !== body.root)
        say(`${which} does not lead to its root.`);
      compare(chain, head, which, say);
      held.push(head.seq);
    }
  }
  return held;
}

function compare(
  { entries }: AuditChain,
  { seq, hash }: { seq: number; hash: string },
  which: string,
  say: Say,
): void {
  const entry = entries[seq - 1];
  if (!entry) say(`${which} holds entry ${seq}, which is gone.`);
  else if (entry.hash !== hash) say(`${which} holds another entry ${seq} than the chain.`);
}
