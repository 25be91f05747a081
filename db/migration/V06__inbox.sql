-- The inbox: one row an open task, written in the transaction that bears, moves or ends the task.
-- A desk is a role's inbox at the center, or an agency's; 'agency:' marks the latter.
create table inbox_item (
    task_id     text primary key,
    case_number text not null references case_file,
    center      text not null references center,
    desk        text not null,
    agency      text references agency,
    assignee    text references account,
    process     text not null,
    step        text not null,
    form        text not null,
    wait_id     text not null,
    hand_over   text references hand_over,
    born_at     timestamptz not null,
    claimed_at  timestamptz,
    due_at      timestamptz not null,
    warn_at     timestamptz
);
-- The two questions that the page asks, and nothing else: what is mine, and what waits at my desks.
create index inbox_of_person on inbox_item (assignee, due_at, task_id) where assignee is not null;
create index inbox_of_desk on inbox_item (center, desk, due_at, task_id) where assignee is null;
create index inbox_of_case on inbox_item (case_number);

-- A draft goes with its task, whoever wrote it: nobody but its author may see it, so nobody else could delete it.
alter table draft add foreign key (task_id) references inbox_item on delete cascade;

alter table inbox_item enable row level security;
alter table inbox_item force row level security;
create policy own_center on inbox_item using (center = acting_center());
create policy my_agencys_desk on inbox_item using (agency = acting_agency()) with check (agency = acting_agency());
grant select, insert, update, delete on inbox_item to tasuki_app;
