-- A course that an office brought in from another (研修教材): its files as they came, checked. It stands beside the house's own, at this
-- center alone; one with the key of a shipped course takes that one's place here.
create table course_material (
    center      text not null references center,
    course      text not null check (course ~ '^[a-z][a-z0-9-]{0,59}$'),
    files       jsonb not null, -- content by name
    imported_by text not null references account,
    imported_at timestamptz not null,
    primary key (center, course)
);

-- Brought, and not yet agreed to: whoever brought it is shown first what it changes.
create table course_upload (
    id          uuid primary key,
    center      text not null references center,
    account     text not null references account,
    files       jsonb not null,
    uploaded_at timestamptz not null
);
create index course_upload_of_account on course_upload (account);

alter table course_material enable row level security;
alter table course_material force row level security;
-- The agencies around a center learn by its courses as well.
create policy read_around on course_material for select
    using (center = acting_office() or center = (select a.center from agency a where a.key = acting_agency()));
create policy brought_in on course_material for insert with check (center = acting_office());
create policy replaced on course_material for update using (center = acting_office());
create policy removed on course_material for delete using (center = acting_office());

alter table course_upload enable row level security;
alter table course_upload force row level security;
create policy my_own on course_upload using (center = acting_office() and account = acting_account());

grant select, insert, delete on course_material, course_upload to tasuki_app;
grant update (files, imported_by, imported_at) on course_material to tasuki_app;
