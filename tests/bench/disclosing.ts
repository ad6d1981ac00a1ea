import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openApp } from '../setup/app.ts';
import { checkout } from '../setup/checkout.ts';
import { foundOrganisation, reachLevel2, signUp, type Person } from '../setup/people.ts';
import { publishFigures } from '../setup/published-figures.ts';
import { inTurns, type Row } from './row.ts';

const COUNT = { rounds: 60, warmUp: 10 };
const SIZES = [100, 1_000, 10_000];
const measured = z.strictObject({ slowest: z.number(), peakMegabytes: z.number() });

/** What a publication of 10,000 members takes, and the page that shows one, of however many. */
export async function disclosing(): Promise<Row[]> {
  const script = join(checkout, 'tests/bench/twelve-quarters.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { slowest, peakMegabytes } = measured.parse(JSON.parse(stdout));
  return [
    {
      name: 'publication of 10,000 members, the slowest of twelve quarters',
      figure: slowest / 1_000,
      reference: null,
      unit: 's',
      limit: { most: 10 },
    },
    {
      name: 'publication of 10,000 members, peak memory',
      figure: peakMegabytes,
      reference: null,
      unit: 'MB',
      limit: { most: 1_024 },
    },
    ...(await showing()),
  ];
}

async function showing(): Promise<Row[]> {
  const app = await openApp();
  try {
    const officer = await signUp(app, '関 直人');
    await reachLevel2(app, officer);
    const work: Record<string, () => Promise<void>> = { empty: () => read(officer, '/companies') };
    for (const size of SIZES) {
      const association = await foundOrganisation(officer, 'associations', `${size}社の工業会`);
      await publishFigures(app, association, size);
      work[size] = () => read(officer, `/a/${association}/figures`);
    }
    const times = await inTurns(work, COUNT);
    return SIZES.map((size) => ({
      name: `figures of ${size.toLocaleString('en')} members, p50 / an empty signed-in page`,
      figure: times[size] ?? NaN,
      reference: times['empty'] ?? NaN,
      unit: 'ms',
      limit: { times: 2 },
    }));
  } finally {
    await app.close();
  }
}

async function read({ visitor }: Person, path: string): Promise<void> {
  const { status } = await visitor.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}
