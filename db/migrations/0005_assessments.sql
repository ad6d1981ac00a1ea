-- An assessment, its answers as events, and the references to evidence.

create table junbi.assessment (
  company_id      uuid not null references junbi.company (company_id) on delete cascade,
  assessment_id   uuid not null,
  edition_id      text not null references content.edition (id),
  mode            text not null check (mode in ('quick', 'standard', 'full')),
  stage           text not null check (stage in ('application', 'holding')),
  title           text not null check (length(title) between 1 and 120),
  version         integer not null default 1 check (version > 0),
  created_by      uuid not null default ctx.actor(),
  created_by_name text not null check (length(created_by_name) between 1 and 80),
  created_at      timestamptz not null default now(),
  primary key (company_id, assessment_id)
);
select ctx.protect('junbi.assessment', 'select, insert, update (mode, stage, title, version)');

-- One row per saved answer; the newest version of a question is its current answer. Never updated.
create table junbi.answer_event (
  company_id    uuid not null,
  assessment_id uuid not null,
  question_id   text not null check (question_id ~ '^[A-L]-\d\d\.[a-z]+$'),
  version       integer not null check (version > 0),
  questionnaire text not null check (questionnaire ~ '^[a-z-]+$'),
  answer        jsonb not null check (jsonb_typeof(answer) = 'object'),
  note          text check (length(note) between 1 and 400),
  request_id    uuid not null,
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, assessment_id, question_id, version),
  -- request_id stands before assessment_id, or the planner takes this index to read an assessment.
  unique (company_id, request_id, assessment_id),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
-- The current answers in their order, and the policy on questionnaires as an index condition: as a mere
-- filter its function would be called for each row.
create index answer_event_current
  on junbi.answer_event (company_id, assessment_id, questionnaire, question_id, version desc);
-- An assessment belongs to one company: without this the planner expects a handful of rows and filters.
create statistics junbi.answer_event_company (dependencies)
  on company_id, assessment_id from junbi.answer_event;
select ctx.protect('junbi.answer_event', 'select, insert');

-- A reference: what shows it, never the file itself. Withdrawing adds a row and removes none.
create table junbi.evidence (
  company_id    uuid not null,
  evidence_id   uuid not null,
  assessment_id uuid not null,
  question_id   text not null check (question_id ~ '^[A-L]-\d\d\.[a-z]+$'),
  questionnaire text not null check (questionnaire ~ '^[a-z-]+$'),
  title         text not null check (length(title) between 1 and 120),
  version_label text check (length(version_label) between 1 and 40),
  dated         date,
  owner_role    text not null check (owner_role ~ '^[a-z][a-z-]{1,39}$'),
  location      text not null check (location ~ '^[a-z][a-z-]{1,39}$'),
  sha256        text check (sha256 ~ '^[0-9a-f]{64}$'),
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, evidence_id),
  unique (company_id, evidence_id, questionnaire),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
create index evidence_assessment on junbi.evidence (company_id, assessment_id, questionnaire, question_id);
select ctx.protect('junbi.evidence', 'select, insert');

create table junbi.evidence_withdrawal (
  company_id    uuid not null,
  evidence_id   uuid not null,
  questionnaire text not null,
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, evidence_id),
  foreign key (company_id, evidence_id, questionnaire)
    references junbi.evidence (company_id, evidence_id, questionnaire) on delete cascade
);
select ctx.protect('junbi.evidence_withdrawal', 'select, insert');
