import type { CompanyFacts, Owner } from './company.ts';
import type { Asked } from './hint.ts';

// For the tests: fifteen companies that differ in what decides over support. All are made up.

type Given = Asked['items'][number];

export interface Persona {
  name: string;
  facts: CompanyFacts;
  items: Given[];
}

const item = (
  id: string,
  categories: Given['categories'],
  lo: number,
  hi: number,
  more: Partial<Given> = {},
): Given => ({
  id,
  title: { ja: `措置${id}`, en: `Action ${id}` },
  categories,
  yen: { lo, hi },
  isOrdered: false,
  waitsForNeed: false,
  ...more,
});

const NETWORK = item('M1', ['UTM', 'EDR'], 1_100_000, 3_300_000);
const ACCOUNTS = item('M2', ['IAM', 'LOG'], 550_000, 1_650_000);
const ROOM = item('M3', ['FAC', 'ACC'], 1_100_000, 8_800_000, { waitsForNeed: true });
const SAFE = item('M4', ['SAF'], 220_000, 396_000, { waitsForNeed: true });
const TERMINAL = item('M5', ['SPC'], 220_000, 660_000, { waitsForNeed: true });
const TRAINING = item('M6', ['TRN'], 110_000, 660_000);
const RULES = item('M7', ['CON'], 0, 1_100_000);
const ISMS = item('M8', ['ISM', 'CON'], 1_100_000, 2_750_000);
const BACKUP = item('M9', ['BCK'], 550_000, 2_200_000);

const OWNED_BY_PEOPLE: CompanyFacts = {
  owners: { owners: [{ share: 10_000, kind: 'individual' }] },
  officers: { value: 4 },
  officersFromLarge: { value: 0 },
  allOfficersFromDeemedLarge: { value: false },
  groupHasApplied: { value: false },
};

const SOUND: CompanyFacts = {
  legalForm: { value: 'company' },
  taxesPaid: { value: true },
  labourInsurancePaid: { value: true },
  blueReturn: { value: true },
  averageIncomeThreeYears: { value: 40_000_000 },
  isRegisteredItVendor: { value: false },
  hasEmploymentInsurance: { value: true },
  dismissalsSixMonths: { value: false },
  dismissalsTwelveMonths: { value: false },
  paysBelowNewMinimumWage: { value: false },
  awards: { awards: [] },
  gbizid: { value: 'prime' },
  ...OWNED_BY_PEOPLE,
};

const firm = (
  industry: string,
  employees: number,
  capital: number,
  prefecture: string,
  more: CompanyFacts = {},
): CompanyFacts => ({
  ...SOUND,
  sizeIndustry: { value: industry },
  employees: { value: employees },
  capital: { value: capital },
  prefecture: { value: prefecture },
  ...more,
});

const ownedBy = (owners: Owner[]): CompanyFacts => ({ owners: { owners } });

const IN_TOKYO: CompanyFacts = {
  yearsAtOffice: { value: 12 },
  siteInTokyo: { value: true },
  securityAction: { value: 'two-stars' },
};

export const PERSONAS: readonly Persona[] = [
  { name: 'nothing known', facts: {}, items: [NETWORK, ROOM, TRAINING] },
  {
    name: 'Tokyo software house of 12',
    facts: firm('software', 12, 10_000_000, 'tokyo', {
      ...IN_TOKYO,
      serviceOnBothLists: { value: true },
    }),
    items: [NETWORK],
  },
  {
    name: 'Nagano precision maker of 48',
    facts: firm('manufacturing', 48, 30_000_000, 'nagano', { branchPrefectures: { value: [] } }),
    items: [NETWORK, ROOM, SAFE, TERMINAL, RULES],
  },
  {
    name: 'Osaka maker of 140 with a Tokyo branch',
    facts: firm('manufacturing', 140, 90_000_000, 'osaka', {
      ...IN_TOKYO,
      branchPrefectures: { value: ['tokyo'] },
    }),
    items: [NETWORK, ACCOUNTS, BACKUP],
  },
  {
    name: 'half owned by a large company',
    facts: firm(
      'manufacturing',
      60,
      50_000_000,
      'aichi',
      ownedBy([
        { share: 5_000, kind: 'large' },
        { share: 5_000, kind: 'individual' },
      ]),
    ),
    items: [NETWORK, ROOM],
  },
  {
    name: 'daughter of a company that is deemed large',
    facts: firm(
      'manufacturing',
      60,
      50_000_000,
      'aichi',
      ownedBy([{ share: 10_000, kind: 'deemed-large' }]),
    ),
    items: [NETWORK, ROOM],
  },
  {
    name: 'above every limit',
    facts: firm('wholesale', 400, 500_000_000, 'tokyo', IN_TOKYO),
    items: [NETWORK, TRAINING],
  },
  {
    name: 'service company of five',
    facts: firm('service', 5, 3_000_000, 'kanagawa', { opensSalesChannels: { value: false } }),
    items: [NETWORK, SAFE],
  },
  {
    name: 'training in earnest',
    facts: firm('software', 40, 20_000_000, 'kyoto', {
      trainingHours: { value: 30 },
      hasTrainingPlan: { value: true },
    }),
    items: [TRAINING],
  },
  {
    name: 'Shinagawa, first ISMS',
    facts: firm('software', 35, 40_000_000, 'tokyo', {
      ...IN_TOKYO,
      municipality: { value: 'shinagawa' },
      certificates: { value: [] },
    }),
    items: [ISMS, RULES],
  },
  {
    name: 'defence supplier',
    facts: firm('manufacturing', 90, 80_000_000, 'hyogo', {
      suppliesDefence: { value: true },
      servesDefenceStandard: { value: true },
    }),
    items: [NETWORK, ACCOUNTS, TERMINAL],
  },
  {
    name: 'has ordered already',
    facts: firm('software', 12, 10_000_000, 'tokyo', IN_TOKYO),
    items: [
      { ...NETWORK, isOrdered: true },
      { ...SAFE, isOrdered: true },
    ],
  },
  {
    name: 'new product, award a year ago',
    facts: firm('manufacturing', 30, 20_000_000, 'shizuoka', {
      newProductOrMarket: { value: true },
      awards: {
        awards: [{ programme: 'T1', decidedOn: '2025-11-10', isRunning: false, isReported: true }],
      },
    }),
    items: [ROOM, BACKUP, RULES],
  },
  {
    name: 'will not tell its owners',
    facts: firm('manufacturing', 48, 30_000_000, 'tokyo', {
      ...IN_TOKYO,
      owners: { state: 'declined' },
      officers: { state: 'declined' },
      officersFromLarge: { state: 'declined' },
    }),
    items: [NETWORK],
  },
  {
    name: 'nothing that any programme pays for',
    facts: firm('manufacturing', 48, 30_000_000, 'nagano'),
    items: [item('M10', ['HRP', 'RNT'], 500_000, 900_000)],
  },
];
