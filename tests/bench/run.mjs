// `npm run bench`: installs what is missing, then measures on the pinned Node (all.ts).
import { join } from 'node:path';
import { checkout, continueOnPinnedNode } from '../../app/install.mjs';

const code = await continueOnPinnedNode(
  join(checkout, 'tests/bench/all.ts'),
  process.argv.slice(2),
);
if (code !== undefined) process.exitCode = code;
