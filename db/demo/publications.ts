import { computeNext, type Aggregator } from '../aggregation.ts';
import { askPublication, releasePublication } from '../publications.ts';
import { withAggregator, withAssociation, type Session } from '../tenant.ts';
import { demoMembers } from './members.ts';
import { union } from './people.ts';
import { quartersOver } from './quarters.ts';
import { datePublications, letInUnion, withdraw } from './union.ts';

type Officer = Session & { accountId: string; name: string };

/** Four quarters that one officer asked for and another one released; told twice, it stands once. */
export async function tellPublications(
  { ownerUrl, now, aggregator }: { ownerUrl: string; now: Date; aggregator: Aggregator },
  { asano, ueno }: Readonly<Record<'asano' | 'ueno', Officer>>,
): Promise<void> {
  const { associationId } = union;
  const quarters = quartersOver(now);
  const members = demoMembers(quarters);
  await letInUnion(ownerUrl, [asano, ueno], members);
  for (const { period, asOf } of quarters) {
    // A withdrawal holds for every computation to come, so each waits for its quarter.
    await withdraw(
      ownerUrl,
      members.filter(({ withdrawnOn }) => withdrawnOn !== null && withdrawnOn <= asOf),
    );
    const asked = await withAssociation({ ...asano, associationId }, (tx) =>
      askPublication(tx, { period, byName: asano.name }),
    );
    // Known: an interrupted loading came this far.
    if (!asked.ok && asked.reason !== 'known') throw notTold(period, asked.reason);
    while (await withAggregator((tx) => computeNext(tx, aggregator)));
    const released = await withAssociation({ ...ueno, associationId }, (tx) =>
      releasePublication(tx, { period, byName: ueno.name }),
    );
    if (!released.ok) throw notTold(period, released.reason);
  }
  await datePublications(ownerUrl, quarters);
}

const notTold = (period: string, reason: string) =>
  new Error(`The figures of ${period} could not be told: ${reason}.`);
