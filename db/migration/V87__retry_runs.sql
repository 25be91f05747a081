-- What failed of one cause, tried again together (まとめて再実行): written down before anything happens, so that it goes on after a restart and is
-- found again; docs/decisions/0045.
create table retry_run (
    id       uuid primary key,
    account  text not null references account,
    center   text not null references center,
    cause    text not null,
    size     int not null check (size between 1 and 1000),
    state    text not null default 'running' check (state in ('running', 'done', 'stopped')),
    begun_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'running') = (ended_at is null))
);
-- Of one cause one at a time: two people who press at once look at the same page.
create unique index retry_run_running on retry_run (center, cause) where state = 'running';
create index retry_run_of_center on retry_run (center, begun_at desc);

-- One job of it, and what came of it. Process and element are kept, because the job is gone when the result is read.
create table retry_row (
    run         uuid not null references retry_run on delete cascade,
    place       int not null,
    job         text not null,
    case_number text not null,
    center      text not null,
    process     text not null,
    element     text not null,
    state       text not null default 'waiting' check (state in ('waiting', 'done', 'waits', 'gone', 'failed')),
    -- Of one that failed: its cause this time.
    why         text,
    at          timestamptz,
    primary key (run, place),
    check ((state = 'failed') = (why is not null)),
    foreign key (case_number, center) references case_file (number, center)
);
create index retry_row_waiting on retry_row (run, place) where state = 'waiting';
create index retry_row_of_case on retry_row (case_number);

-- Everybody who mends the center's flow sees its runs; the system works them off, in the name of whoever began each.
alter table retry_run enable row level security;
alter table retry_run force row level security;
create policy own_center on retry_run using (center = acting_center() and acting_agency() is null);
create policy in_own_name on retry_run as restrictive for insert with check (account = acting_account());
grant select, insert on retry_run to tasuki_app;
grant update (state, ended_at) on retry_run to tasuki_app;

select guard_case_table('retry_row');
do $$
begin
    execute format('create policy erasing on retry_row to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
grant select, insert on retry_row to tasuki_app;
grant update (state, why, at) on retry_row to tasuki_app;
