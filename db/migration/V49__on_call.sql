-- Who is called outside the office's hours (当番). First and second may be on call at one time; two firsts may not.
create extension if not exists btree_gist;
create table on_call (
    id       bigint generated always as identity primary key,
    center   text not null references center,
    account  text not null references account,
    place    int not null check (place in (1, 2)),
    from_at  timestamptz not null,
    until_at timestamptz not null,
    made_by  text not null,
    made_at  timestamptz not null,
    check (from_at < until_at),
    constraint on_call_once exclude using gist (center with =, place with =, tstzrange(from_at, until_at) with &&)
);
create index on_call_of_center on on_call (center, until_at);
alter table on_call enable row level security;
alter table on_call force row level security;
create policy own_center on on_call using (center = acting_center());
grant select, insert, delete on on_call to tasuki_app;
