import { generateKeyPairSync } from 'node:crypto';
import {
  chainOf,
  merkle,
  signAnchor,
  bodyHash,
  type AnchorLine,
  type PublicKey,
} from '#assessments/audit-anchor.ts';
import type { AuditChain } from '#assessments/audit-chain.ts';
import { entryHash, GENESIS, type AuditEntry } from '#assessments/audit-entry.ts';

const company = '00000000-0000-4000-8000-000000000001';
const others = [2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);

/** A sound chain of so many entries, anchored every `each`, and the file of anchors beside it. */
export function madeChain(
  count: number,
  { each = 5 }: { each?: number } = {},
): {
  chain: AuditChain;
  lines: AnchorLine[];
  keys: PublicKey[];
} {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const keys: PublicKey[] = [{ id: 'test', use: 'anchor', algorithm: 'Ed25519', key }];
  const entries: AuditEntry[] = [];
  const anchors: AuditChain['anchors'] = [];
  const lines: AnchorLine[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    entries.push(nextEntry(entries.at(-1), seq));
    if (seq % each === 0) anchor(seq);
  }
  const head = { seq: count, hash: entries.at(-1)?.hash ?? GENESIS };
  const chain: AuditChain = { format: 'junbi-audit-1', company, head, entries, anchors, keys };
  return { chain, lines, keys };

  function anchor(seq: number): void {
    const hash = entries.at(-1)?.hash ?? '';
    const theirs = others.map((id, at) => ({ company: id, seq: seq + at, hash: GENESIS }));
    const { root, heads } = merkle([{ company, seq, hash }, ...theirs]);
    const number = lines.length + 1;
    const prev = lines.length > 0 ? bodyHash(lines.at(-1)?.body ?? '') : null;
    const at = new Date(Date.UTC(2026, 10, 22) + seq * 60_000).toISOString();
    const body = { at, number, prev, root, size: 4, version: 1 } as const;
    const signed = signAnchor(body, privateKey, 'test');
    const named = heads.map((one) => ({
      chain: one.chain,
      seq: one.seq,
      hash: one.hash,
      proof: one.proof,
    }));
    lines.push({ ...signed, heads: named });
    const proof = named.find((one) => one.chain === chainOf(company))?.proof ?? '';
    anchors.push({ ...signed, seq, hash, proof });
  }
}

function nextEntry(before: AuditEntry | undefined, seq: number): AuditEntry {
  const entry = {
    seq,
    at: new Date(Date.UTC(2026, 10, 22) + seq * 1_000).toISOString(),
    actor: others[0] ?? null,
    actorName: '田中',
    role: 'owner',
    onBehalfOf: null,
    action: 'answer.saved',
    target: 'question/A-04.level',
    payload: `{"fields":{"version":${seq}},"sealed":{}}`,
    prev: before?.hash ?? GENESIS,
  };
  return { ...entry, hash: entryHash(company, entry) };
}
