import { ensureBuilt } from '#app/boot/build.ts';
import { checkout } from './checkout.ts';

/** The globalSetup of the projects that need the built pages: builds once, before their workers start. */
export default async function setup(): Promise<void> {
  await ensureBuilt(checkout, () => {});
}
