import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#app/boot/build.ts';
import { checkout } from '../setup/checkout.ts';
import { clusterVariable, startTestCluster } from '../setup/test-cluster.ts';
import { buildReference } from './reference/build.ts';
import { isWithin, type Row } from './row.ts';

// Every figure stands beside its reference, both measured in this run; absolute times say little.

const say = (line: string) => process.stdout.write(`${line}\n`);

async function measure(): Promise<Row[]> {
  await ensureBuilt(checkout, say);
  await buildReference();
  const { stop, ...cluster } = await startTestCluster();
  process.env[clusterVariable] = JSON.stringify(cluster);
  try {
    // Imported here, because the database helpers read the variable above.
    const [
      { run: score },
      { guarding },
      { planning },
      { pages },
      { saving },
      { auditing },
      { secondStart },
      { portfolio },
      { disclosing },
    ] = await Promise.all([
      import('./score.bench.ts'),
      import('./guarding.ts'),
      import('./planning.ts'),
      import('./pages.ts'),
      import('./saving.ts'),
      import('./auditing.ts'),
      import('./second-start.ts'),
      import('./portfolio.ts'),
      import('./disclosing.ts'),
    ]);
    const { engineMicros, plainMicros } = score();
    const scoring: Row = {
      name: 'scoring a full assessment / a plain-number loop',
      figure: engineMicros,
      reference: plainMicros,
      unit: 'µs',
      limit: { times: 10 },
    };
    return [
      scoring,
      ...guarding(),
      ...(await planning()),
      ...(await pages()),
      ...(await saving()),
      ...(await auditing()),
      ...(await secondStart()),
      ...(await portfolio()),
      ...(await disclosing()),
    ];
  } finally {
    await stop();
  }
}

function printed(row: Row): string[] {
  const { name, figure, reference, unit, limit } = row;
  const digits = unit === 'ms' ? 2 : 1;
  const value = (number: number | null) =>
    number === null ? '' : `${number.toFixed(digits)} ${unit}`;
  const bound =
    limit === null
      ? ''
      : 'times' in limit
        ? `≤ ${limit.times}×`
        : 'plus' in limit
          ? `≤ + ${limit.plus} ${unit}`
          : `≤ ${limit.most} ${unit}`;
  const ratio = reference === null ? '' : `${(figure / reference).toFixed(2)}×`;
  const within = isWithin(row);
  const verdict = within === null ? '' : within ? 'ok' : 'FALLS SHORT';
  return [name, value(figure), value(reference), ratio, bound, verdict];
}

const rows = await measure();
const lines = [['', 'figure', 'reference', 'ratio', 'limit', ''], ...rows.map(printed)];
const widths =
  lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
for (const line of lines)
  say(
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );

const file = join(checkout, 'bench-results.json');
const results = rows.map((row) => ({ ...row, within: isWithin(row) }));
const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version };
await writeFile(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
say('Written to bench-results.json.');
