import { expect, test } from 'vitest';
import { crash, lost, nth } from './crashing.ts';

// kill -9 while answers are saved through the form: the full count with a fresh seed by
// `npm run attack crash`, a seeded tenth by `npm test`.

const isFull = process.env['JUNBI_ATTACK'] === 'full';
const count = isFull ? { saves: 200, kills: 20 } : { saves: 20, kills: 3 };
const seed = isFull ? Math.floor(Math.random() * 2 ** 31) : 20_261_122;

test.each(['server', 'postgres'] as const)(
  'kill -9 of the %s loses no acknowledged answer and leaves none half written',
  async (victim) => {
    const report = await crash(victim, { ...count, seed });
    const { acknowledged, stored, durability } = report;
    console.log(
      `kill -9 of the ${victim}: ${report.kills} kills in ${count.saves} saves (seed ${report.seed}), ` +
        `${report.resent} sent again, ${acknowledged.length} acknowledged, ` +
        `${stored.length} stored, ${lost(report).length} lost`,
    );
    expect(durability).toEqual({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
    expect(report.kills).toBe(count.kills);
    expect(lost(report)).toEqual([]);
    expect(stored.map(({ version, level, note }) => ({ version, level, note }))).toEqual(
      acknowledged.map(({ version }) => ({ version, ...nth(version) })),
    );
    // An answer and its entry in the access log stand together: no more entries than answers, no fewer.
    expect(report.logged).toEqual(stored.map(({ version }) => version));
    // The control: a row that is not there, or that is another save's, counts as lost.
    expect(lost({ acknowledged, stored: stored.slice(1) })).toHaveLength(1);
    const [first, ...rest] = stored;
    if (!first) throw new Error('Nothing is stored.');
    const other = { ...first, requestId: 'another' };
    expect(lost({ acknowledged, stored: [other, ...rest] })).toHaveLength(1);
  },
);
