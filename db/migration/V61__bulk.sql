-- What somebody does to many tasks at once (一括処理). A selection is written down before anything happens to it: a thousand tasks are more
-- than a form carries, and what has begun goes on after a restart.
create table bulk_run (
    id        uuid primary key,
    account   text not null references account,
    center    text not null references center,
    size      int not null check (size between 1 and 1000),
    -- Null until it is decided what to do.
    act       text check (act in ('give', 'back', 'raise', 'lower', 'print')),
    person    text references account,
    reason    text,
    state     text not null default 'chosen' check (state in ('chosen', 'running', 'done', 'cancelled', 'stopped')),
    chosen_at timestamptz not null,
    begun_at  timestamptz,
    ended_at  timestamptz,
    check ((state = 'chosen') = (begun_at is null) and (state in ('chosen', 'running')) = (ended_at is null)),
    check (state = 'chosen' or act is not null),
    check ((act = 'give') = (person is not null))
);
create index bulk_run_of_person on bulk_run (account, chosen_at desc);
create index bulk_run_running on bulk_run (center, begun_at) where state = 'running';

-- One task of it, and what came of it. Step and process are kept, because the task may be gone when the result is read.
create table bulk_row (
    run         uuid not null references bulk_run on delete cascade,
    place       int not null,
    task_id     text not null,
    case_number text not null,
    center      text not null,
    process     text not null,
    step        text not null,
    state       text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
    why         text,
    tries       smallint not null default 0,
    at          timestamptz,
    primary key (run, place),
    unique (run, task_id),
    check ((state = 'refused') = (why is not null)),
    foreign key (case_number, center) references case_file (number, center)
);
create index bulk_row_waiting on bulk_row (run, place) where state = 'waiting';
create index bulk_row_of_case on bulk_row (case_number);

-- A run is its owner's; the system works it off.
alter table bulk_run enable row level security;
alter table bulk_run force row level security;
create policy my_own on bulk_run
    using (account = acting_account() or acting_scope() = 'flow' and center = acting_center());
create policy not_begun on bulk_run as restrictive for delete using (state = 'chosen');
grant select, insert, delete on bulk_run to tasuki_app;
grant update (act, person, reason, state, begun_at, ended_at) on bulk_run to tasuki_app;

select guard_case_table('bulk_row');
do $$
begin
    execute format('create policy erasing on bulk_row to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
-- Inside erase_case its owner acts, who reaches every run's row of the case that is being erased.
create policy of_its_run on bulk_row as restrictive using (current_user <> 'tasuki_app' or run in (select id from bulk_run));
grant select, insert on bulk_row to tasuki_app;
grant update (state, why, tries, at) on bulk_row to tasuki_app;
