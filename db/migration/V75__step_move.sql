-- A case moved to another step of its process by whoever mends its flow, and why; docs/decisions/0045.
create table step_move (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    -- What ended undone, and at which step; the task that came of it.
    task_id     text not null,
    process     text not null,
    step        text not null,
    to_step     text not null,
    born_task   text unique,
    reason      text not null,
    by_account  text not null references account,
    -- On the case's clock.
    at          timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index step_move_of_case on step_move (case_number);

select guard_case_table('step_move');
do $$
begin
    execute format('create policy erasing on step_move to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
create policy in_own_name on step_move as restrictive for insert with check (by_account = acting_account());
grant select, insert on step_move to tasuki_app;
grant update (born_task) on step_move to tasuki_app;
