-- Who sees to a section and by when, and what members say to each other about a question.

-- The newest version holds; without a name the section was given back. Whoever imports names people who
-- may have no account here, so a name can stand alone.
create table junbi.section_task (
  company_id    uuid not null,
  assessment_id uuid not null,
  section       text not null check (section ~ '^[A-L]$'),
  version       integer not null check (version > 0),
  rests_on      text[] not null,
  owner         uuid,
  owner_name    text check (length(owner_name) between 1 and 80),
  due_on        date,
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, assessment_id, section, version),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade,
  check (owner is null or owner_name is not null)
);
select ctx.protect('junbi.section_task', 'select, insert');

create table junbi.comment (
  company_id      uuid not null,
  comment_id      uuid not null,
  assessment_id   uuid not null,
  question_id     text not null check (question_id ~ '^[A-L]-\d\d\.[a-z]+$'),
  rests_on        text[] not null,
  body            text not null check (length(body) between 1 and 400),
  mentions        uuid[] not null default '{}' check (cardinality(mentions) <= 10),
  mentioned_names text[] not null default '{}' check (cardinality(mentioned_names) <= 10),
  actor           uuid not null default ctx.actor(),
  actor_name      text not null check (length(actor_name) between 1 and 80),
  at              timestamptz not null default now(),
  primary key (company_id, comment_id),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
create index comment_question on junbi.comment (company_id, assessment_id, question_id, at);
select ctx.protect('junbi.comment', 'select, insert');

-- What was asked is settled; nothing of it is taken away.
create table junbi.comment_settlement (
  company_id uuid not null,
  comment_id uuid not null,
  rests_on   text[] not null,
  actor      uuid not null default ctx.actor(),
  actor_name text not null check (length(actor_name) between 1 and 80),
  at         timestamptz not null default now(),
  primary key (company_id, comment_id),
  foreign key (company_id, comment_id) references junbi.comment (company_id, comment_id) on delete cascade
);
select ctx.protect('junbi.comment_settlement', 'select, insert');
