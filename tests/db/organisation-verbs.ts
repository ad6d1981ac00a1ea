import { getAssociation } from '#db/associations.ts';
import { getConsultancy } from '#db/consultancies.ts';
import { resignEngagement } from '#db/engagements.ts';
import { invite, listInvitations, withdrawInvitation, type Offer } from '#db/invitations.ts';
import { listParticipants, removeParticipant } from '#db/participation.ts';
import { askPublication, listPublications, releasePublication } from '#db/publications.ts';
import { listClients, nameOfClient } from '#db/portfolio.ts';
import { changeStaffRole, leaveStaff, listStaff, revokeStaff } from '#db/staff.ts';
import type { AssociationTx, ConsultancyTx } from '#db/tenant.ts';
import { byName, letter, type Called, type Thing } from './verbs.ts';

/** What consultancies and associations have in common. */
const staffVerbs = (
  colleague: Thing,
  invitation: Thing,
  offer: Offer,
): Record<string, Called<ConsultancyTx | AssociationTx>> => ({
  'invitations.invite': (tx, id) => invite(tx, { ...letter(), email: id('address'), offer }),
  'invitations.listInvitations': (tx) => listInvitations(tx),
  'invitations.withdrawInvitation': (tx, id) => withdrawInvitation(tx, id(invitation)),
  'staff.changeStaffRole': (tx, id) => changeStaffRole(tx, id(colleague), 'owner'),
  'staff.leaveStaff': (tx) => leaveStaff(tx),
  'staff.listStaff': (tx) => listStaff(tx),
  'staff.revokeStaff': (tx, id) => revokeStaff(tx, id(colleague)),
});

/** Every verb of a consultancy. */
export const consultancyVerbs: Record<string, Called<ConsultancyTx>> = {
  ...staffVerbs('colleague', 'consultancyInvitation', { kind: 'client' }),
  'consultancies.getConsultancy': (tx) => getConsultancy(tx),
  'engagements.resignEngagement': (tx, id) =>
    resignEngagement(tx, { clientId: id('client'), byName }),
  'portfolio.nameOfClient': (tx, id) => nameOfClient(tx, id('client')),
  'portfolio.listClients': (tx) =>
    listClients(tx, { query: '', state: null, order: 'name', offset: 0 }),
};

/** Every verb of an association. */
export const associationVerbs: Record<string, Called<AssociationTx>> = {
  ...staffVerbs('officer', 'associationInvitation', { kind: 'participant' }),
  'associations.getAssociation': (tx) => getAssociation(tx),
  'publications.askPublication': (tx) => askPublication(tx, { period: '2025-Q1', byName }),
  'publications.listPublications': (tx) => listPublications(tx),
  'publications.releasePublication': (tx) => releasePublication(tx, { period: '2025-Q1', byName }),
  'participation.listParticipants': (tx) => listParticipants(tx),
  'participation.removeParticipant': (tx, id) => removeParticipant(tx, id('participant')),
};
