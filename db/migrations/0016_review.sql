-- By when an assessment is looked at again. The newest version holds; without a day it was taken back.
create table junbi.review_date (
  company_id    uuid not null,
  assessment_id uuid not null,
  version       integer not null check (version > 0),
  due_on        date,
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, assessment_id, version),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
select ctx.protect('junbi.review_date', 'select, insert');
