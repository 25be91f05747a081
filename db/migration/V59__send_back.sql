-- A task sent back to the desk before it (差し戻し), and why; docs/decisions/0033.
create table send_back (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    -- What was sent back, and to which step; the task that came of it.
    task_id     text not null,
    process     text not null,
    step        text not null,
    to_step     text not null,
    born_task   text unique,
    -- The answer that is to be looked at again.
    answer      bigint not null,
    reason      text not null,
    by_account  text not null references account,
    -- On the case's clock.
    at          timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index send_back_of_case on send_back (case_number);

select guard_case_table('send_back');
do $$
begin
    execute format('create policy erasing on send_back to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
create policy in_own_name on send_back as restrictive for insert with check (by_account = acting_account());
grant select, insert on send_back to tasuki_app;
grant update (born_task) on send_back to tasuki_app;
