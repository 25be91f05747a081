-- A narrowed inbox that somebody gave a name to. It holds the address's own words (keys of steps, desks, accounts), no case.
create table saved_view (
    id       bigint generated always as identity primary key,
    account  text not null references account,
    name     text not null,
    query    text not null,
    at_start boolean not null default false,
    unique (account, name)
);
create unique index saved_view_at_start on saved_view (account) where at_start;
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy my_own on saved_view using (account = acting_account());
grant select, insert, delete on saved_view to tasuki_app;
grant update (name, at_start) on saved_view to tasuki_app;
