-- A limit that stands still, and one that was let go for a date agreed instead. Neither leaves a matter without an end.
alter table deadline drop constraint deadline_state_check;
alter table deadline
    -- Its end was agreed between people; no fact, calendar or rule moves it.
    add column agreed boolean not null default false,
    add constraint deadline_state_check
        check (state in ('running', 'warned', 'over', 'escalated', 'paused', 'met', 'met late', 'cancelled', 'waived', 'superseded')),
    -- What stands still wakes when its latest day has come.
    add constraint deadline_pause_ends check (state <> 'paused' or wake_at is not null);
alter table deadline_change drop constraint deadline_change_why_check;
alter table deadline_change add constraint deadline_change_why_check
    check (why in ('fact', 'calendar', 'rule', 'pause', 'resume'));

create table deadline_pause (
    id          bigint generated always as identity primary key,
    deadline    bigint not null references deadline,
    case_number text not null,
    center      text not null,
    from_at     timestamptz not null,
    until_at    timestamptz not null check (until_at >= from_at),
    by_account  text not null,
    reason      text not null,
    ended_at    timestamptz check (ended_at between from_at and until_at),
    ended_by    text,
    foreign key (case_number, center) references case_file (number, center)
);
create unique index deadline_pause_now on deadline_pause (deadline) where ended_at is null;
create index deadline_pause_of_case on deadline_pause (case_number);

-- The reason stands in deadline.reason of the row that was waived.
create table deadline_waiver (
    deadline    bigint primary key references deadline,
    case_number text not null,
    center      text not null,
    by_account  text not null,
    at          timestamptz not null,
    old_due     timestamptz not null,
    new_due     timestamptz not null,
    successor   bigint not null unique references deadline,
    foreign key (case_number, center) references case_file (number, center)
);
create index deadline_waiver_of_case on deadline_waiver (case_number);

do $$
declare t text;
begin
    foreach t in array array['deadline_pause', 'deadline_waiver'] loop
        execute format('grant select, insert on %I to tasuki_app', t);
        perform guard_case_table(t);
        execute format('create policy erasing on %I to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                       t, current_user);
    end loop;
end
$$;
grant update (ended_at, ended_by) on deadline_pause to tasuki_app;

-- How the limit of a task runs, for its row in the inbox.
alter table inbox_item add column standing text not null default 'running' check (standing in ('running', 'paused', 'agreed'));
