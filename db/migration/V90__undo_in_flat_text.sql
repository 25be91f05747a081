-- What stands before a step lay with its transaction as a row with rows in it (V67): each quote in it was escaped three times over, and
-- read back as often. It is one list of texts now; and what the step changed is found in one question instead of four, planned once.
create or replace function undo_begins(task text) returns void language plpgsql as $$
declare
    i    inbox_item;
    root text;
begin
    select * into strict i from inbox_item where task_id = task;
    root := (select root_proc_inst_id_ from engine.act_ru_execution where id_ = i.wait_id);
    perform set_config('tasuki.step_begun', (array[
        i.task_id, i.case_number, i.center, i.process, i.step, i.ahead::text, root, to_jsonb(i)::text,
        (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from deadline d where d.wait_id = i.wait_id and d.ended_at is null)::text,
        (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from notice n where n.task_id = i.task_id)::text,
        array (select t.account from case_team t where t.case_number = i.case_number and t.left_at is null)::text]
        || array (select w from engine_lines(root, i.case_number) l, unnest(array[l.place, l.id, l.line]) w))::text, true);
end
$$;

-- A step that ended another task or the whole flow is none that can be taken back.
create or replace function undo_is_known(task text, by_account text, now timestamptz) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    was  text[] := nullif(current_setting('tasuki.step_begun', true), '')::text[];
    told constant int := 11;
begin
    if was[1] is distinct from task then
        raise 'no step was begun';
    end if;
    with w as materialized (
        select was[told + p] as place, was[told + p + 1] as id, was[told + p + 2] as line
        from generate_series(1, cardinality(was) - told, 3) p
    ), compared as (
        select place, id, w.line as line_then, n.line as line_now from w full join engine_lines(was[7], was[2]) n using (place, id)
    ), differing as materialized (
        select *, (place, id, line_then)::engine_line as old, (place, id, line_now)::engine_line as new
        from compared where line_then is distinct from line_now
    )
    insert into step_undo (case_number, center, task_id, account, process, step, at, ahead, root, item, limits, notices, team, before, after)
    select was[2], was[3], task, by_account, was[4], was[5], now, was[6]::interval, was[7], was[8]::jsonb, was[9]::jsonb, was[10]::jsonb,
           was[11]::text[],
           coalesce(array_agg(old) filter (where line_then is not null), '{}'),
           coalesce(array_agg(new) filter (where line_now is not null), '{}')
    from differing
    having exists (select from engine.act_ru_task t join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
                   where e.root_proc_inst_id_ = was[7])
        and not coalesce(bool_or(place = 'act_ru_task' and id <> task and line_then is not null), false);
end
$$;
drop type step_begun;
