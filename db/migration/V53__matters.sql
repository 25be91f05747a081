-- What somebody on a case begins beside its flow: a reminder or a one-off task, for a desk or a person, until a day. The process
-- (processes/matter.bpmn) knows the id and the desk; the words stay here.
create table matter (
    id          uuid primary key,
    case_number text not null,
    center      text not null,
    kind        text not null check (kind in ('reminder', 'errand')),
    words       text not null,
    desk        text not null,
    person      text references account,
    due_on      date not null,
    task_id     text unique,
    state       text not null default 'open' check (state in ('open', 'done', 'dropped', 'withdrawn', 'stopped')),
    opened_by   text not null references account,
    opened_at   timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    check ((state = 'open') = (ended_at is null)),
    foreign key (case_number, center) references case_file (number, center)
);
create index matter_of_case on matter (case_number, opened_at desc);

select guard_case_table('matter');
do $$
begin
    execute format('create policy erasing on matter to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
grant select, insert on matter to tasuki_app;
grant update (task_id, state, ended_by, ended_at) on matter to tasuki_app;

-- Which one of several alike in a case: each counts from its own given date.
alter table deadline add column occasion text;
