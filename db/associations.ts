import { association } from './schema/association.ts';
import type { AssociationTx } from './tenant.ts';

export type Association = { associationId: string; name: string };

/** Writes the association that `withNewAssociation` has just registered. */
export async function foundAssociation(
  tx: AssociationTx,
  given: { name: string; byName: string },
): Promise<void> {
  await tx.insert(association).values({ name: given.name, createdByName: given.byName });
}

/** The association that this transaction is open for. */
export async function getAssociation(tx: AssociationTx): Promise<Association> {
  const [found] = await tx
    .select({ associationId: association.associationId, name: association.name })
    .from(association);
  if (!found) throw new Error('The association was registered but never written.');
  return found;
}
