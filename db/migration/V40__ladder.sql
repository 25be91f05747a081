-- The ladder of a deadline: who heard of it, and when. An announcement is written once, in the transaction that makes it true;
-- its key holds that against two nodes, a restart and a retry alike.
alter table deadline drop constraint deadline_state_check;
alter table deadline
    -- Each due time begins a round of its own: whoever moves it is announced to anew.
    add column round     int not null default 1,
    add column announced int not null default 0,
    -- When the next step of the ladder comes, on the system's clock, because that is what wakes; null when the engine's timer
    -- comes next, or nothing.
    add column wake_at   timestamptz,
    -- Its timer has gone off once: should the due time move on, the ladder tells the end of the new one by itself.
    add column timer_spent boolean not null default false,
    add constraint deadline_state_check
        check (state in ('running', 'warned', 'over', 'escalated', 'met', 'met late', 'cancelled'));
create index deadline_to_wake on deadline (center, wake_at) where wake_at is not null and ended_at is null;

-- step: its place in the ladder. outcome: 'notice' to those who must hear; 'task' where the diagram gives one instead;
-- 'missed' when the system slept until something worse had come.
create table deadline_announcement (
    deadline     bigint not null references deadline,
    round        int not null,
    step         int not null,
    case_number  text not null,
    center       text not null,
    kind         text not null check (kind in ('warning', 'over', 'escalated')),
    to_role      text,
    planned_at   timestamptz not null,
    announced_at timestamptz not null,
    outcome      text not null check (outcome in ('notice', 'task', 'missed')),
    primary key (deadline, round, step),
    foreign key (case_number, center) references case_file (number, center)
);
create index deadline_announcement_of_case on deadline_announcement (case_number);

-- A due time that moved, with what it was before: a corrected start, another calendar, another version of the rule.
create table deadline_change (
    id          bigint generated always as identity primary key,
    deadline    bigint not null references deadline,
    case_number text not null,
    center      text not null,
    at          timestamptz not null,
    by_account  text not null,
    why         text not null check (why in ('fact', 'calendar', 'rule')),
    old_start   timestamptz not null,
    old_due     timestamptz not null,
    old_version date not null,
    new_start   timestamptz not null,
    new_due     timestamptz not null,
    new_version date not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index deadline_change_of_case on deadline_change (case_number);

-- What somebody must hear of a task that is still open. It goes with its task: the proof that they were told stays in
-- deadline_announcement.
create table notice (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    task_id     text not null references inbox_item on delete cascade,
    -- The desk of the role that it climbed to; null for whoever has the task, today or tomorrow.
    desk        text,
    kind        text not null check (kind in ('warning', 'over', 'escalated')),
    deadline    bigint not null references deadline,
    round       int not null,
    step        int not null,
    due_at      timestamptz not null,
    at          timestamptz not null,
    unique (deadline, round, step),
    foreign key (case_number, center) references case_file (number, center)
);
create index notice_of_task on notice (task_id);
create index notice_of_case on notice (case_number);
create index notice_to_desk on notice (center, desk) where desk is not null;

create table notice_read (
    notice      bigint not null references notice on delete cascade,
    account     text not null references account,
    case_number text not null,
    center      text not null,
    at          timestamptz not null,
    primary key (notice, account),
    foreign key (case_number, center) references case_file (number, center)
);
create index notice_read_of_case on notice_read (case_number);

do $$
declare t text;
begin
    foreach t in array array['deadline_announcement', 'deadline_change', 'notice', 'notice_read'] loop
        execute format('grant select, insert on %I to tasuki_app', t);
        perform guard_case_table(t);
        execute format('create policy erasing on %I to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                       t, current_user);
    end loop;
end
$$;
grant delete on notice to tasuki_app;
-- An agency hears of its own tasks.
create policy told_to_my_agency on notice for select
    using (desk is null and exists (select from inbox_item i where i.task_id = notice.task_id and i.agency = acting_agency()));
create policy read_by_me on notice_read using (account = acting_account());
create policy in_own_name on notice_read as restrictive for insert with check (account = acting_account());
