/**
 * How much harm a column does in the wrong hands. Every column of every table has a level; a new column
 * without one fails the schema lint (L16).
 * - `public`: published anyway
 * - `internal`: ids, times, counters: tells that something happened, not what
 * - `personal`: says who a person is
 * - `confidential`: what a company says about itself; near national security
 * - `secret`: opens something (hashes of tokens and passwords, keys, links)
 */
export type Protection = 'public' | 'internal' | 'personal' | 'confidential' | 'secret';
export type Classification = Readonly<Record<string, Readonly<Record<string, Protection>>>>;

const deed = { actor: 'internal', actor_name: 'personal', at: 'internal' } as const;
const creation = {
  created_by: 'internal',
  created_by_name: 'personal',
  created_at: 'internal',
} as const;

export const CLASSIFICATION: Classification = {
  'auth.account': {
    id: 'internal',
    email: 'personal',
    name: 'personal',
    locale: 'internal',
    created_at: 'internal',
  },
  'auth.password': { account_id: 'internal', hash: 'secret', set_at: 'internal' },
  'auth.session': {
    id: 'internal',
    account_id: 'internal',
    token_hash: 'secret',
    context_digest_hash: 'secret',
    user_agent_family: 'personal',
    created_at: 'internal',
    last_seen_at: 'personal',
    expires_at: 'internal',
    ended_at: 'internal',
  },
  'auth.email_token': {
    token_hash: 'secret',
    purpose: 'internal',
    email: 'personal',
    created_at: 'internal',
    expires_at: 'internal',
    used_at: 'internal',
  },
  'auth.attempt': {
    kind: 'internal',
    subject_hash: 'personal',
    count: 'internal',
    window_start: 'internal',
  },
  'auth.outbox': {
    id: 'internal',
    to_address: 'personal',
    kind: 'internal',
    locale: 'internal',
    subject: 'personal',
    body_text: 'secret',
    dedupe_key: 'internal',
    created_at: 'internal',
    sent_at: 'internal',
  },
  'ctx.key': { only_row: 'public', inner_pad: 'secret', outer_pad: 'secret' },
  'ctx.tenant': { company_id: 'internal', founded_at: 'internal' },
  'ctx.access': {
    company_id: 'internal',
    account_id: 'internal',
    role: 'internal',
    can_write: 'internal',
    questionnaires: 'internal',
    granted_at: 'internal',
    expires_at: 'internal',
    revoked_at: 'internal',
  },
  'content.document': {
    key: 'public',
    kind: 'public',
    hash: 'public',
    document: 'public',
    published_at: 'public',
  },
  'content.edition': { id: 'public', hash: 'public', file: 'public', published_at: 'public' },
  'junbi.company': { company_id: 'internal', name: 'confidential', ...creation },
  'junbi.profile_version': {
    company_id: 'internal',
    version: 'internal',
    facts: 'confidential',
    request_id: 'internal',
    ...deed,
  },
  'junbi.assessment': {
    company_id: 'internal',
    assessment_id: 'internal',
    edition_id: 'internal',
    mode: 'internal',
    stage: 'confidential',
    title: 'confidential',
    version: 'internal',
    ...creation,
  },
  'junbi.answer_event': {
    company_id: 'internal',
    assessment_id: 'internal',
    question_id: 'internal',
    version: 'internal',
    questionnaire: 'internal',
    answer: 'confidential',
    note: 'confidential',
    request_id: 'internal',
    ...deed,
  },
  'junbi.evidence': {
    company_id: 'internal',
    evidence_id: 'internal',
    assessment_id: 'internal',
    question_id: 'internal',
    questionnaire: 'internal',
    title: 'confidential',
    version_label: 'confidential',
    dated: 'confidential',
    owner_role: 'confidential',
    location: 'confidential',
    sha256: 'confidential',
    ...deed,
  },
  'junbi.evidence_withdrawal': {
    company_id: 'internal',
    evidence_id: 'internal',
    questionnaire: 'internal',
    ...deed,
  },
  'ops.migration': { name: 'public', sha256: 'public', applied_at: 'internal' },
};
