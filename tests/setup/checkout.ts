import { join } from 'node:path';

/** The directory of package.json. */
export const checkout = join(import.meta.dirname, '../..');
