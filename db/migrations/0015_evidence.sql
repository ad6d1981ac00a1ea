-- What a reference covers and until when it holds, the document that several answers name, and the scopes
-- that an assessment had before.

-- A row is one answer's reference, seen by who sees that answer. Rows that name the same document point to
-- the reference that named it first; what is written of the document is the same in each.
alter table junbi.evidence
  add column document_id uuid,
  add column covers_from date,
  add column covers_to   date,
  add column valid_until date,
  add unique (company_id, assessment_id, evidence_id),
  add foreign key (company_id, assessment_id, document_id)
    references junbi.evidence (company_id, assessment_id, evidence_id) on delete cascade,
  add check (covers_from <= covers_to),
  add check (document_id <> evidence_id);
create index evidence_document on junbi.evidence (company_id, assessment_id, document_id) where document_id is not null;

-- Mode, stage and overlays as they were until somebody changed them: an earlier day is shown with its scope.
create table junbi.past_scope (
  company_id    uuid not null,
  assessment_id uuid not null,
  version       integer not null check (version > 0),
  mode          text not null check (mode in ('quick', 'standard', 'full')),
  stage         text not null check (stage in ('application', 'holding')),
  overlays      text[] not null check (cardinality(overlays) <= 8),
  actor         uuid not null default ctx.actor(),
  until         timestamptz not null default now(),
  primary key (company_id, assessment_id, version),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
select ctx.protect('junbi.past_scope', 'select, insert');
