/**
 * Everything that a company's access log may say. `fields` are ids, names of fields and codes that stand
 * in the log as they are; of `sealed` values only a commitment is kept. No contents, no free text.
 */
export const ACTIONS = {
  'company.founded': { kind: 'company', fields: [], sealed: ['name'] },
  'company.renamed': { kind: 'company', fields: [], sealed: ['name'] },
  'company.imported': { kind: 'company', fields: ['sha256', 'rows'], sealed: ['name'] },
  'profile.saved': { kind: 'company', fields: ['version', 'changed'], sealed: ['facts'] },
  'support-facts.saved': { kind: 'company', fields: ['version', 'changed'], sealed: ['facts'] },
  'assessment.started': {
    kind: 'assessment',
    fields: ['edition', 'mode'],
    sealed: ['stage', 'title'],
  },
  'assessment.scope-changed': {
    kind: 'assessment',
    fields: ['version', 'mode'],
    sealed: ['stage', 'overlays'],
  },
  'assessment.submitted': { kind: 'sign-off', fields: ['version'], sealed: ['reason'] },
  'assessment.withdrawn': { kind: 'sign-off', fields: ['version'], sealed: ['reason'] },
  'assessment.returned': { kind: 'sign-off', fields: ['version'], sealed: ['reason'] },
  'assessment.approved': {
    kind: 'sign-off',
    fields: ['version', 'result', 'sha256', 'key'],
    sealed: [],
  },
  'assessment.reopened': { kind: 'sign-off', fields: ['version'], sealed: ['reason'] },
  'assessment.carried': {
    kind: 'assessment',
    fields: ['from', 'edition', 'answers', 'scenarios', 'items'],
    sealed: ['title'],
  },
  'assessment.carry-undone': { kind: 'assessment', fields: ['from'], sealed: [] },
  'answer.saved': {
    kind: 'answer',
    fields: ['assessment', 'questionnaire', 'version'],
    sealed: ['answer', 'note'],
  },
  'answer.taken-back': {
    kind: 'answer',
    fields: ['assessment', 'questionnaire', 'version'],
    sealed: ['answer', 'note'],
  },
  'evidence.noted': {
    kind: 'evidence',
    fields: ['assessment', 'question', 'questionnaire'],
    sealed: ['title', 'sha256'],
  },
  'evidence.withdrawn': { kind: 'evidence', fields: ['assessment'], sealed: [] },
  'scenario.added': { kind: 'plan', fields: ['assessment'], sealed: ['name', 'wish'] },
  'scenario.removed': { kind: 'plan', fields: ['assessment'], sealed: [] },
  'plan.promoted': {
    kind: 'plan',
    fields: ['assessment', 'scenario', 'items'],
    sealed: ['answer'],
  },
  'plan-item.saved': {
    kind: 'plan',
    fields: ['plan', 'version', 'state'],
    sealed: ['reason', 'evidence'],
  },
  'section.assigned': {
    kind: 'together',
    fields: ['assessment', 'version'],
    sealed: ['owner', 'due'],
  },
  'review.set': { kind: 'together', fields: ['version'], sealed: ['due'] },
  'comment.added': { kind: 'together', fields: ['assessment'], sealed: ['body', 'mentions'] },
  'comment.settled': { kind: 'together', fields: ['assessment'], sealed: [] },
  'screen.viewed': { kind: 'view', fields: ['screen', 'assessment', 'item'], sealed: [] },
  'export.made': { kind: 'export', fields: ['rows', 'sha256'], sealed: [] },
  'access.refused': { kind: 'refusal', fields: ['wanted'], sealed: [] },
} as const satisfies Record<
  string,
  { kind: string; fields: readonly string[]; sealed: readonly string[] }
>;

export type Action = keyof typeof ACTIONS;
export type FieldsOf<A extends Action> = (typeof ACTIONS)[A]['fields'][number];
export type SealedOf<A extends Action> = (typeof ACTIONS)[A]['sealed'][number];

/** What happens to an account and is told to the companies it has a role in; not written by `record`. */
export const ACCOUNT_ACTIONS = {
  'sign-in.succeeded': 'sign-in',
  'sign-in.failed': 'sign-in',
  'session.ended': 'sign-in',
  'session.confirmation-asked': 'sign-in',
  'session.confirmed': 'sign-in',
  'session.not-confirmed': 'sign-in',
  'password.changed': 'sign-in',
  'factor.added': 'sign-in',
  'factor.removed': 'sign-in',
  'factor.used': 'sign-in',
  'recovery.started': 'sign-in',
  'recovery.cancelled': 'sign-in',
  'recovery.finished': 'sign-in',
} as const;
export type AccountAction = keyof typeof ACCOUNT_ACTIONS;

/** Who is let in, and how far; written by the functions of 0008_granting.sql. */
export const ACCESS_ACTIONS = {
  'invitation.sent': 'access',
  'invitation.withdrawn': 'access',
  'member.joined': 'access',
  'member.role-changed': 'access',
  'member.removed': 'access',
  'member.left': 'access',
  'engagement.granted': 'access',
  'engagement.ended': 'access',
  'engagement.resigned': 'access',
  'association.joined': 'access',
  'association.left': 'access',
  'association.removed': 'access',
  'contribution.released': 'access',
  'contribution.withdrawn': 'access',
} as const;

/** Written by the functions of 0010_leaving.sql. */
export const ERASURE_ACTIONS = {
  'erasure.asked': 'leaving',
  'erasure.recalled': 'leaving',
} as const;

/** What somebody may be refused: an action, or a page that is not for everybody. */
export type Wanted =
  Action | keyof typeof ACCESS_ACTIONS | keyof typeof ERASURE_ACTIONS | 'log.viewed';
