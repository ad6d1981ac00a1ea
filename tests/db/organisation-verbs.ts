import { getAssociation } from '#db/associations.ts';
import { listCampaigns, previewCampaign, startCampaign } from '#db/campaigns.ts';
import { getConsultancy } from '#db/consultancies.ts';
import { resignEngagement } from '#db/engagements.ts';
import { invite, listInvitations, withdrawInvitation, type Offer } from '#db/invitations.ts';
import { countParticipation, listParticipants, removeParticipant } from '#db/participation.ts';
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
  'campaigns.listCampaigns': (tx) => listCampaigns(tx),
  'campaigns.previewCampaign': (tx, id) => previewCampaign(tx, [id('address')]),
  'campaigns.startCampaign': (tx, id) =>
    startCampaign(tx, {
      campaignId: id('campaign'),
      recipients: [{ ...letter(), email: id('address') }],
      message: '点検を始めませんか',
      senderName: '事務局',
      senderAddress: '東京都',
      permission: 'terms',
      permittedSince: '2020-04-01',
      byName,
      locale: 'ja',
    }),
  'publications.askPublication': (tx) => askPublication(tx, { period: '2025-Q1', byName }),
  'publications.listPublications': (tx) => listPublications(tx),
  'publications.releasePublication': (tx) => releasePublication(tx, { period: '2025-Q1', byName }),
  'participation.countParticipation': (tx) => countParticipation(tx),
  'participation.listParticipants': (tx) => listParticipants(tx),
  'participation.removeParticipant': (tx, id) => removeParticipant(tx, id('participant')),
};
