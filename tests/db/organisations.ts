import { randomUUID } from 'node:crypto';
import { foundAssociation } from '#db/associations.ts';
import { foundConsultancy } from '#db/consultancies.ts';
import {
  withNewAssociation,
  withNewConsultancy,
  type Consultant,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import type { Person, World } from './world.ts';

type Reached = Pick<World, 'superuser'>;

/** A person after their second factor, without the forms of it. */
export async function atLevel2({ superuser }: Reached, person: Person): Promise<Person> {
  await superuser.query('update auth.session set level = 2 where account_id = $1', [
    person.accountId,
  ]);
  return person;
}

export async function consultancyOf(person: Person): Promise<Consultant> {
  const consultant = { contextDigest: person.contextDigest, consultancyId: randomUUID() };
  await withNewConsultancy(consultant, (tx) =>
    foundConsultancy(tx, { name: '見本コンサルティング', byName: person.name }),
  );
  return consultant;
}

export async function associationOf(person: Person): Promise<Officer> {
  const officer = { contextDigest: person.contextDigest, associationId: randomUUID() };
  await withNewAssociation(officer, (tx) =>
    foundAssociation(tx, { name: '見本工業会', byName: person.name }),
  );
  return officer;
}

/** A company's engagement of a consultancy for one questionnaire, as its owner's form will grant it. */
export async function engage(
  { superuser }: Reached,
  { companyId }: Member,
  { consultancyId }: Pick<Consultant, 'consultancyId'>,
  scope: 'read' | 'answer' = 'read',
): Promise<void> {
  await superuser.query(
    `insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, questionnaires,
                                 granted_by, granted_by_name, starts_at, ends_at)
     values ($1, gen_random_uuid(), $2, $3, '{governance}', gen_random_uuid(), '田中',
             now() - interval '1 day', now() + interval '1 day')`,
    [companyId, consultancyId, scope],
  );
}
