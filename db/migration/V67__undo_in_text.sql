-- What a step changed, kept more cheaply (V58, V66): the engine's rows as PostgreSQL writes them, which takes a seventh of the time that
-- jsonb takes, and one row written when the step is over; until then what was lies with the transaction.
create type engine_line as (place text, id text, line text);

-- What could be taken back until now was so for a minute.
truncate step_undo;
alter table step_undo drop column before, drop column after,
    -- The engine's rows that the step changed or took away, as they were; and those that it changed or added, as it left them.
    add column before engine_line[] not null, add column after engine_line[] not null;

drop function engine_lines(text, text);

-- All that the engine knows of an instance now; of a flow that was taken only that it was. What runs beside it is none of its rows.
-- One plain question a table, planned once, and along its index also while the tables are small: as one statement it took three times
-- as long.
create function engine_lines(wanted_root text, wanted_case text) returns setof engine_line
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
    instances text[] := array (select id_ from engine.act_ru_execution where root_proc_inst_id_ = wanted_root and parent_id_ is null);
    told      text[] := array (select id_ from engine.act_hi_procinst where id_ = wanted_root and business_key_ = wanted_case);
begin
    return query select 'act_ru_execution', e.id_::text, e::text from engine.act_ru_execution e where e.root_proc_inst_id_ = wanted_root;
    return query select 'act_ru_task', t.id_::text, t::text from engine.act_ru_task t where t.proc_inst_id_ = any (instances);
    return query select 'act_ru_variable', v.id_::text, v::text from engine.act_ru_variable v where v.proc_inst_id_ = any (instances);
    return query select 'act_ge_bytearray', b.id_::text, b::text
                 from engine.act_ru_variable v join engine.act_ge_bytearray b on b.id_ = v.bytearray_id_
                 where v.proc_inst_id_ = any (instances) and v.bytearray_id_ is not null;
    return query select 'act_ru_timer_job', j.id_::text, j::text from engine.act_ru_timer_job j where j.process_instance_id_ = any (instances);
    while told <> '{}' loop
        return query select 'act_hi_procinst', p.id_::text, p::text from engine.act_hi_procinst p where p.id_ = any (told);
        return query select 'act_hi_actinst', a.id_::text, '' from engine.act_hi_actinst a where a.proc_inst_id_ = any (told);
        told := array (select id_ from engine.act_hi_procinst where super_process_instance_id_ = any (told) and business_key_ = wanted_case);
    end loop;
end
$$;

-- What such a line says of the case. The engine's own marks (revision, lock) say nothing.
drop function without_marks(jsonb);
create function says(l engine_line) returns jsonb language sql stable as $$
    select case l.place
        when 'act_ru_execution' then to_jsonb(l.line::engine.act_ru_execution)
        when 'act_ru_task' then to_jsonb(l.line::engine.act_ru_task)
        when 'act_ru_variable' then to_jsonb(l.line::engine.act_ru_variable)
        when 'act_ge_bytearray' then to_jsonb(l.line::engine.act_ge_bytearray)
        when 'act_ru_timer_job' then to_jsonb(l.line::engine.act_ru_timer_job)
        when 'act_hi_procinst' then to_jsonb(l.line::engine.act_hi_procinst)
        else '{}' end - array['rev_', 'lock_time_', 'lock_owner_', 'lock_exp_time_']
$$;

-- What stands before a step, as long as the step's transaction lasts.
create type step_begun as (
    case_number text, center text, task_id text, process text, step text, ahead interval, root text, item jsonb, limits jsonb, notices jsonb,
    team text[], before engine_line[]
);
drop function undo_begins(text, text, timestamptz);
create function undo_begins(task text) returns void language plpgsql as $$
declare
    i    inbox_item;
    root text;
begin
    select * into strict i from inbox_item where task_id = task;
    root := (select root_proc_inst_id_ from engine.act_ru_execution where id_ = i.wait_id);
    perform set_config('tasuki.step_begun', row(
        i.case_number, i.center, i.task_id, i.process, i.step, i.ahead, root, to_jsonb(i),
        (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from deadline d where d.wait_id = i.wait_id and d.ended_at is null),
        (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from notice n where n.task_id = i.task_id),
        array (select t.account from case_team t where t.case_number = i.case_number and t.left_at is null),
        array (select l from engine_lines(root, i.case_number) l))::step_begun::text, true);
end
$$;

-- After it: only the difference is kept. A step that ended another task or the whole flow is none that can be taken back.
drop function undo_is_known(text);
create function undo_is_known(task text, by_account text, now timestamptz) returns void language plpgsql as $$
declare
    was    step_begun := nullif(current_setting('tasuki.step_begun', true), '')::step_begun;
    now_is engine_line[];
begin
    if was.task_id is distinct from task then
        raise 'no step was begun';
    end if;
    now_is := array (select l from engine_lines(was.root, was.case_number) l);
    if not exists (select from unnest(now_is) n where n.place = 'act_ru_task')
        or exists (select from unnest(was.before) w where w.place = 'act_ru_task' and w.id <> task
                   and not exists (select from unnest(now_is) n where n.id = w.id and n.line = w.line)) then
        return;
    end if;
    insert into step_undo (case_number, center, task_id, account, process, step, at, ahead, root, item, limits, notices, team, before, after)
    select was.case_number, was.center, was.task_id, by_account, was.process, was.step, now, was.ahead, was.root, was.item, was.limits,
           was.notices, was.team,
           array (select w from unnest(was.before) w left join unnest(now_is) n using (place, id) where w.line is distinct from n.line),
           array (select n from unnest(now_is) n left join unnest(was.before) w using (place, id) where w.line is distinct from n.line);
end
$$;

-- What the step left behind in the engine and is not as it left it. Timers move with a practice case's clock; whether a task was
-- taken and put back again, only its revision tells. Somebody has gone on from a task also by asking a colleague from it, or by
-- putting it first.
drop function undo_met(bigint);
create function undo_met(wanted bigint) returns table (place text, id text) language sql stable as $$
    with this as materialized (
        select * from step_undo where step_undo.id = wanted
    ), now_is as (
        select l from this, engine_lines(this.root, this.case_number) l
    )
    select (w).place, (w).id from (select unnest(after) as w from this) was_left
    left join now_is on (l).place = (w).place and (l).id = (w).id
    where l is null or case (w).place
        when 'act_ru_task' then (l).line <> (w).line
            or exists (select from matter m where m.from_task = (w).id and m.state <> 'withdrawn')
            or exists (select from inbox_item i where i.task_id = (w).id and i.raised)
        when 'act_ru_timer_job' then false
        else (l).line <> (w).line and says(l) <> says(w) end
$$;

-- Puts a table's rows back as they were, whichever columns it has.
drop function put_back(text, jsonb);
create function put_back(place text, lines engine_line[]) returns void language plpgsql as $$
declare
    columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                     where attrelid = ('engine.' || place)::regclass and attnum > 0 and not attisdropped);
begin
    execute format('insert into engine.%1$I (%2$s)
                    select (x.r).* from (select l.line::engine.%1$I as r from unnest($1) l where l.place = %1$L offset 0) x
                    on conflict (id_) do update set (%2$s) = (select %3$s)',
                   place, columns, (select string_agg('excluded.' || c, ', ') from regexp_split_to_table(columns, ', ') c))
    using lines;
end
$$;

-- Takes a step back: the engine stands where it stood, the task is in the same hands with its old limit, and whoever came to the
-- case only by it leaves. The caller has asked undo_met, and has ended what the step bore. Answers the lists that moved by it.
create or replace function undo_step(wanted bigint, now timestamptz) returns table (lane text, away text) language plpgsql as $$
declare
    it    step_undo%rowtype;
    moved interval;
    place text;
begin
    update step_undo set undone_at = now where id = wanted and undone_at is null returning * into strict it;
    moved := it.ahead - coalesce((select k.ahead from case_clock k where k.case_number = it.case_number), interval '0');
    foreach place in array array['act_ru_task', 'act_ru_timer_job', 'act_ru_variable', 'act_hi_actinst', 'act_ru_execution',
                                 'act_hi_procinst', 'act_ge_bytearray']
    loop
        execute format('delete from engine.%1$I where id_ in
                            (select l.id from unnest($1) l where l.place = %1$L except select l.id from unnest($2) l where l.place = %1$L)',
                       place)
        using it.after, it.before;
    end loop;
    foreach place in array array['act_ge_bytearray', 'act_hi_procinst', 'act_ru_execution', 'act_ru_variable', 'act_ru_task',
                                 'act_ru_timer_job']
    loop
        perform put_back(place, it.before);
    end loop;
    update engine.act_ru_timer_job set duedate_ = duedate_ + moved
    where id_ in (select l.id from unnest(it.before) l where l.place = 'act_ru_timer_job');
    update deadline d set state = l.state, ended_at = null, reason = l.reason, wake_at = l.wake_at + moved
    from jsonb_to_recordset(it.limits) as l (id bigint, state text, reason text, wake_at timestamptz) where d.id = l.id;
    update case_team t set left_at = now + coalesce((select k.ahead from case_clock k where k.case_number = it.case_number), interval '0'),
                           left_by = it.account
    where t.case_number = it.case_number and t.left_at is null and t.account <> all (it.team)
        and t.account in (select says(l) ->> 'assignee_' from unnest(it.after) l where l.place = 'act_ru_task');
    return query insert into inbox_item select (jsonb_populate_record(null::inbox_item, it.item)).* returning inbox_item.lane, inbox_item.away;
    insert into notice (case_number, center, task_id, desk, account, kind, deadline, round, step, due_at, at)
    select n.case_number, n.center, n.task_id, n.desk, n.account, n.kind, n.deadline, n.round, n.step, n.due_at, n.at
    from jsonb_populate_recordset(null::notice, it.notices) n order by n.id;
end
$$;
