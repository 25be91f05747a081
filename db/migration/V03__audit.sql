-- The trail: written in the transaction of the act itself, never changed.
create table audit_entry (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor       text not null,
    center      text,
    case_number text,
    act         text not null,
    detail      jsonb not null default '{}'
);
create index audit_entry_of_case on audit_entry (case_number, id) where case_number is not null;

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy trail_of_own_center on audit_entry for select using (center = acting_trail());
-- Everybody leaves a trail, in their own name.
create policy own_trail on audit_entry for insert with check (actor = acting_account());
grant select, insert on audit_entry to tasuki_app;
