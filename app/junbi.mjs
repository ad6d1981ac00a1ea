// `npm run -s junbi -- …`: installs what is missing, then goes on in boot/command.ts.
import { join } from 'node:path';
import { checkout, continueOnPinnedNode } from './install.mjs';

const code = await continueOnPinnedNode(
  join(checkout, 'app/boot/command.ts'),
  process.argv.slice(2),
);
if (code !== undefined) process.exitCode = code;
