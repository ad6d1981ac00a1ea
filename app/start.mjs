// `npm start`: installs what is missing, then goes on in boot/start.ts on the pinned Node.
import { join } from 'node:path';
import { checkout, continueOnPinnedNode } from './install.mjs';

const code = await continueOnPinnedNode(join(checkout, 'app/boot/start.ts'), []);
if (code !== undefined) process.exitCode = code;
