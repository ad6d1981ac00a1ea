import { consultancy } from './schema/consultancy.ts';
import type { ConsultancyTx } from './tenant.ts';

export type Consultancy = { consultancyId: string; name: string };

/** Writes the consultancy that `withNewConsultancy` has just registered. */
export async function foundConsultancy(
  tx: ConsultancyTx,
  given: { name: string; byName: string },
): Promise<void> {
  await tx.insert(consultancy).values({ name: given.name, createdByName: given.byName });
}

/** The consultancy that this transaction is open for. */
export async function getConsultancy(tx: ConsultancyTx): Promise<Consultancy> {
  const [found] = await tx
    .select({ consultancyId: consultancy.consultancyId, name: consultancy.name })
    .from(consultancy);
  if (!found) throw new Error('The consultancy was registered but never written.');
  return found;
}
