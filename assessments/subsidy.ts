import { z } from 'zod';
import { COST_CATEGORIES } from './action.ts';
import { bilingualSchema } from './bilingual.ts';
import { partialDate, provenanceSchema } from './subsidies/provenance.ts';
import { ruleSchema } from './subsidies/rule-schema.ts';

export const STATUSES = ['announced', 'open', 'rolling', 'closed', 'ended', 'unverified'] as const;
export const SUPPORT_MODES = [
  'competitive',
  'entitlement',
  'tax',
  'in_kind',
  'contract',
  'loan',
] as const;
export const ATOM_CLASSES = ['status', 'purpose', 'procedural', 'duty', 'history'] as const;
export const COVERAGES = ['C', 'Q', 'U', 'X', '?'] as const;
export type Coverage = (typeof COVERAGES)[number];

const key = z.string().regex(/^[a-z-]+\/[A-Za-z0-9-]+@[0-9a-z.-]+$/);
const from = provenanceSchema;
const yen = z.int().nonnegative();
/** A moment in Japan, as `2026-12-15T17:00+09:00`, or a day where the hour is not known. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}\+09:00)?$/);

/** One condition of a programme. What its falsehood means depends on the class (subsidies.md 7.3). */
const atomSchema = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  class: z.enum(ATOM_CLASSES),
  /** The condition as a sentence without a full stop: 「SECURITY ACTION の二つ星を宣言している」. */
  title: bilingualSchema,
  /** Null where nobody but the programme's office can tell, and for duties. */
  rule: ruleSchema.nullable(),
  /** For `procedural`: what is to be done, and how many days it takes. */
  prepare: z
    .strictObject({
      what: bilingualSchema,
      days: z.strictObject({ lo: z.int().nonnegative(), hi: z.int().positive() }),
    })
    .optional(),
  from,
});
export type Atom = z.infer<typeof atomSchema>;

const costSchema = z.strictObject({
  categories: z.array(z.enum(COST_CATEGORIES)).min(1),
  coverage: z.enum(COVERAGES),
  /** For Q: what must hold, in words, and as a rule where a fact can tell. */
  condition: z.strictObject({ title: bilingualSchema, rule: ruleSchema.nullable() }).optional(),
  /** Counts only for what is also of one of these categories: consulting for a certification. */
  onlyBeside: z.array(z.enum(COST_CATEGORIES)).min(1).optional(),
  /** The price of one piece without tax must be below this. */
  unitPriceBelow: yen.optional(),
  /** At most so much support where nothing else is applied for. */
  capAloneYen: yen.optional(),
  from,
});
export type CostRow = z.infer<typeof costSchema>;

/** A value that holds where its rule does; without one always. Of several the first that holds counts. */
const variant = {
  when: ruleSchema.optional(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  from,
};

const moneySchema = z.strictObject({
  rates: z.array(z.strictObject({ num: z.int().positive(), den: z.int().positive(), ...variant })),
  caps: z.array(z.strictObject({ yen, ...variant })),
  floor: z.strictObject({ yen, from }).optional(),
  roundDownTo: z.int().positive(),
  paid: z.enum(['after-completion', 'tax-return', 'none', 'by-contract']),
});

const roundSchema = z.strictObject({
  round: z.string(),
  opensAt: moment.optional(),
  closesAt: moment,
  extraDeadlines: z.array(z.strictObject({ what: bilingualSchema, at: moment })).optional(),
  decisionExpected: partialDate.optional(),
  workUntil: z.iso.date().optional(),
  reportUntil: z.iso.date().optional(),
  from,
});
export type Round = z.infer<typeof roundSchema>;

/** One public programme as far as it is known: rules as data, each value with where it comes from. */
export const subsidySchema = z.strictObject({
  id: z.string().regex(/^P\d\d$/),
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  names: bilingualSchema,
  body: bilingualSchema,
  /** What it is for, as the second half of 「この制度は…を目的としています」. */
  purpose: bilingualSchema,
  mode: z.enum(SUPPORT_MODES),
  status: z.enum(STATUSES),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().nullable(),
  /** Programmes that it follows, by id. */
  supersedes: z.array(z.string()).optional(),
  predicates: z.strictObject({ size: key.optional(), deemedLarge: key.optional() }),
  atoms: z.array(atomSchema),
  /** Every cost category in exactly one row. */
  costs: z.array(costSchema),
  money: moneySchema,
  order: z.strictObject({
    /** `plan-first`: the plan must be approved before the purchase, with no grant decision. */
    beforeDecision: z.enum(['excluded', 'plan-first', 'allowed', 'irrelevant', 'differs']),
    quotesBefore: z.enum(['allowed', 'unknown']),
    from,
  }),
  /** From the deadline of a round to the decision, and from there to the money. */
  weeks: z
    .strictObject({
      toDecision: z.strictObject({ lo: z.int().nonnegative(), hi: z.int().positive() }),
      toCash: z.strictObject({ lo: z.int().nonnegative(), hi: z.int().positive() }),
      from,
    })
    .optional(),
  exclusive: z.array(
    z.strictObject({
      /** Programmes of one group exclude each other within the scope; `any-public-money` is everybody's. */
      group: z.string(),
      scope: z.enum(['cost-item', 'applicant']),
      strictness: z.enum(['deny', 'verify']),
      from,
    }),
  ),
  rounds: z.array(roundSchema),
  /** For programmes without rounds. */
  until: z.strictObject({ at: moment, what: bilingualSchema, from }).optional(),
  /** Deadlines that hang on something else: 「訓練開始の6か月前から1か月前まで」. */
  relativeDeadlines: z.array(z.strictObject({ what: bilingualSchema, from })).optional(),
  /** What a reader should know beside the rules. */
  notes: z.array(z.strictObject({ text: bilingualSchema, from })),
  links: z.array(z.url()),
  reviewDueOn: z.iso.date(),
});
export type Subsidy = z.infer<typeof subsidySchema>;

/** What users look for and no longer find, or confuse with the programmes: no rules, no yen. */
export const subsidyStubSchema = z.strictObject({
  id: z.string().regex(/^[TA]\d$/),
  names: bilingualSchema,
  what: bilingualSchema,
  seeInstead: z.string().optional(),
  from,
});

/** The programmes that are looked at together, under one version that every hint names. */
export const catalogueSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  sources: key,
  facts: key,
  programmes: z.array(key),
  /** Programmes to which this catalogue adds nothing but a word, in its own file. */
  stubs: z.array(subsidyStubSchema),
  /** What was not looked at, so that nobody takes the list for all there is. */
  notChecked: z.array(bilingualSchema).min(1),
});
export type CatalogueFile = z.infer<typeof catalogueSchema>;
