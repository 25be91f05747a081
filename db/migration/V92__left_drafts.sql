-- What was typed into a task that a move ended stays with whoever typed it: docs/decisions/0050.
alter table step_move add column form text;
create unique index step_move_of_task on step_move (task_id);

-- A draft goes with the task that it is of; one that was left behind is of none any more. It keeps the number of the task that it
-- was typed into: its seal is bound to that.
alter table draft
    drop constraint draft_task_id_fkey,
    add column open_task text;
alter table draft no force row level security;
update draft set open_task = task_id;
alter table draft force row level security;
alter table draft add foreign key (open_task) references inbox_item on delete set null;
create index draft_of_task on draft (open_task);
create index draft_left on draft (account) where open_task is null;

create function draft_begins() returns trigger language plpgsql as $$
begin
    new.open_task := new.task_id;
    return new;
end
$$;
create trigger of_its_task before insert on draft for each row execute function draft_begins();

-- No policy lets whoever ends a task see another's draft: the foreign key takes it off its task, and what runs inside that may. An
-- agency has no page to find it on.
create function draft_loses_task() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from step_move m join account a on a.id = old.account and a.center = m.center where m.task_id = old.task_id) then
        return new;
    end if;
    delete from draft where task_id = old.task_id and account = old.account;
    return null;
end
$$;
create trigger goes_with_its_task before update of open_task on draft for each row
    when (old.open_task is not null and new.open_task is null) execute function draft_loses_task();

-- Only whoever typed it discards it, and only what was left; which task it is of nobody writes.
revoke update on draft from tasuki_app;
grant update (answers, sealed, saved_at) on draft to tasuki_app;
grant delete on draft to tasuki_app;
create policy left_behind_only on draft as restrictive for delete using (open_task is null or current_user <> 'tasuki_app');
-- Nobody reads on in a case that has ended.
create policy left_while_open on draft as restrictive using (
    open_task is not null or current_user <> 'tasuki_app'
    or exists (select from case_file c where c.number = case_number and c.status = 'open'));
