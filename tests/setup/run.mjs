// `npm test`: installs what is missing, then runs every step in all.ts on the pinned Node.
import { join } from 'node:path';
import { checkout, continueOnPinnedNode } from '../../app/install.mjs';

const code = await continueOnPinnedNode(
  join(checkout, 'tests/setup/all.ts'),
  process.argv.slice(2),
);
if (code !== undefined) process.exitCode = code;
