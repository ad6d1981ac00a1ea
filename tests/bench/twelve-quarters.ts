import { publish } from '#assessments/disclosure.ts';
import { BANDS } from '#assessments/disclosure/contribution.ts';
import type { Aggregate } from '#assessments/disclosure/publication.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { randomOf } from '../attack/random.ts';

// A process of its own, so that its memory is that of the publications: prints the slowest, and its peak.

const random = randomOf(20_261_127);
const lattice = standardLattice('association');
const solver = await openSolver();
const contributions = Array.from({ length: 10_000 }, (_, at) => ({
  company: `company ${at}`,
  holding: `holding ${at}`,
  batch: `batch ${at}`,
  industry: random.pick(lattice.industry),
  region: random.pick(lattice.region),
  size: random.pick(lattice.size),
  overall: random.pick(BANDS),
  joinedOn: '2025-01-15',
  answeredAtLeastHalf: true,
}));

let previous: Aggregate['previous'] = null;
let slowest = 0;
for (let quarter = 0; quarter < 12; quarter += 1) {
  const period = `${2027 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  const input = {
    period,
    lattice,
    key: 'ab'.repeat(32),
    asOf: '2029-12-31',
    contributions,
    previous,
  };
  const began = performance.now();
  const { cells, state } = publish(input, solver);
  slowest = Math.max(slowest, performance.now() - began);
  previous = { cells, state };
  // A quarter of the companies has signed anew.
  for (const one of contributions) if (random.chance(0.25)) one.overall = random.pick(BANDS);
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ slowest, peakMegabytes }));
