-- What is published: immutable documents and the editions that pin them. Readable by everybody through
-- `app`, written only while publishing, never changed: the owner has no policy for UPDATE or DELETE.

create schema content;
grant usage on schema content to app;

create table content.document (
  key          text primary key check (key ~ '^[a-z-]+/[a-z0-9-]+@[0-9a-z-]+$'),
  kind         text not null generated always as (split_part(key, '/', 1)) stored,
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  document     jsonb not null check (jsonb_typeof(document) = 'object'),
  published_at timestamptz not null default now()
);

create table content.edition (
  id           text primary key check (id ~ '^\d{4}-\d{2}$'),
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  file         jsonb not null check (jsonb_typeof(file) = 'object'),
  published_at timestamptz not null default now()
);

alter table content.document enable row level security;
alter table content.document force row level security;
alter table content.edition enable row level security;
alter table content.edition force row level security;

create policy published on content.document for select to app using (true);
create policy publisher on content.document for select to owner_ddl using (true);
create policy publishing on content.document for insert to owner_ddl with check (true);
create policy published on content.edition for select to app using (true);
create policy publisher on content.edition for select to owner_ddl using (true);
create policy publishing on content.edition for insert to owner_ddl with check (true);

grant select on content.document, content.edition to app;
