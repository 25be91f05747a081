-- Taking back a step within a minute (docs/decisions/0033). What a step changed in the engine, and what it ended here, is written
-- down with the step, and put back as it was if nobody has touched any of it since. It holds keys and times, no words of the case.
create table step_undo (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    task_id     text not null,
    account     text not null references account,
    process     text not null,
    step        text not null,
    -- On the office's clock: the minute is the reader's own, also in a practice case that jumps.
    at          timestamptz not null,
    ahead       interval not null,
    -- The engine's instance in which the step was done, with all that it calls and is called by.
    root        text not null,
    -- The rows that the step took away: of the inbox, the deadlines that it met, and what had been said of them.
    item        jsonb not null,
    limits      jsonb not null,
    notices     jsonb not null,
    -- Who worked on the case before.
    team        text[] not null,
    -- The engine's rows that the step changed or took away, as they were; and those that it changed or added, as it left them.
    before      jsonb not null,
    after       jsonb,
    undone_at   timestamptz,
    foreign key (case_number, center) references case_file (number, center)
);
create index step_undo_of_case on step_undo (case_number);
create index step_undo_of_task on step_undo (task_id, id desc);
create index step_undo_of_person on step_undo (account, at desc);

select guard_case_table('step_undo');
do $$
begin
    execute format('create policy erasing on step_undo to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
create policy in_own_name on step_undo as restrictive for insert with check (account = acting_account());
create policy own_step on step_undo as restrictive for update using (account = acting_account());
grant select, insert, delete on step_undo to tasuki_app;
grant update (before, after, undone_at) on step_undo to tasuki_app;

-- An answer that was taken back stays in the record, and counts no more.
alter table form_answer add column withdrawn_at timestamptz;
alter table form_answer drop constraint form_answer_task_id_key;
create unique index form_answer_of_task on form_answer (task_id) where withdrawn_at is null;
grant update (withdrawn_at) on form_answer to tasuki_app;

-- All that the engine knows of an instance now. Its own marks (revision, lock) say nothing of the case; of a flow that was taken
-- only that it was.
create function engine_lines(wanted_root text, wanted_case text) returns table (place text, id text, line jsonb)
language sql stable as $$
    with instance as (
        select id_ from engine.act_ru_execution where root_proc_inst_id_ = wanted_root and parent_id_ is null
    ), variable as (
        select v.* from engine.act_ru_variable v where v.proc_inst_id_ in (select id_ from instance)
    ), told as (
        select * from engine.act_hi_procinst where business_key_ = wanted_case
    )
    select 'act_ru_execution', e.id_::text, to_jsonb(e) from engine.act_ru_execution e where e.root_proc_inst_id_ = wanted_root
    union all select 'act_ru_task', t.id_::text, to_jsonb(t) from engine.act_ru_task t where t.proc_inst_id_ in (select id_ from instance)
    union all select 'act_ru_variable', v.id_::text, to_jsonb(v) from variable v
    union all select 'act_ge_bytearray', b.id_::text, to_jsonb(b) from engine.act_ge_bytearray b
        where b.id_ in (select bytearray_id_ from variable)
    union all select 'act_ru_timer_job', j.id_::text, to_jsonb(j) from engine.act_ru_timer_job j
        where j.process_instance_id_ in (select id_ from instance)
    union all select 'act_hi_procinst', p.id_::text, to_jsonb(p) from told p
    union all select 'act_hi_actinst', a.id_::text, '{}' from engine.act_hi_actinst a where a.proc_inst_id_ in (select id_ from told)
$$;

create function without_marks(line jsonb) returns jsonb language sql immutable
    return line - array['rev_', 'lock_time_', 'lock_owner_', 'lock_exp_time_'];

-- Before a step that may be taken back. What nobody can take back any more is swept away on the way.
create function undo_begins(task text, by_account text, now timestamptz) returns void language sql as $$
    delete from step_undo u using inbox_item i where i.task_id = task and u.case_number = i.case_number and u.at < now - interval '1 hour';
    insert into step_undo (case_number, center, task_id, account, process, step, at, ahead, root, item, limits, notices, team, before)
    select i.case_number, i.center, i.task_id, by_account, i.process, i.step, now, i.ahead, e.root_proc_inst_id_, to_jsonb(i),
           (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from deadline d where d.wait_id = i.wait_id and d.ended_at is null),
           (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from notice n where n.task_id = i.task_id),
           array (select t.account from case_team t where t.case_number = i.case_number and t.left_at is null),
           (select jsonb_agg(to_jsonb(l)) from engine_lines(e.root_proc_inst_id_, i.case_number) l)
    from inbox_item i join engine.act_ru_execution e on e.id_ = i.wait_id
    where i.task_id = task
$$;

-- After it: only the difference is kept. A step that ended another task or the whole flow is none that can be taken back.
create function undo_is_known(task text) returns void language sql as $$
    with this as materialized (
        select * from step_undo where task_id = task and after is null order by id desc limit 1
    ), was as (
        select l.* from this, jsonb_to_recordset(this.before) as l (place text, id text, line jsonb)
    ), has_become as (
        select l.* from this, engine_lines(this.root, this.case_number) l
    ), changed as (
        select place, id, was.line as old, has_become.line as new from was full join has_become using (place, id)
        where without_marks(was.line) is distinct from without_marks(has_become.line)
    ), kept as (
        update step_undo u set
            before = (select coalesce(jsonb_agg(jsonb_build_object('place', place, 'id', id, 'line', old)), '[]') from changed where old is not null),
            after = (select coalesce(jsonb_agg(jsonb_build_object('place', place, 'id', id, 'line', new)), '[]') from changed where new is not null)
        from this where u.id = this.id and exists (select from has_become where place = 'act_ru_task')
            and not exists (select from changed where place = 'act_ru_task' and old is not null and id <> task)
        returning u.id
    )
    delete from step_undo u using this where u.id = this.id and not exists (select from kept)
$$;

-- What the step left behind in the engine and is not as it left it. Timers move with a practice case's clock; whether a task was
-- taken and put back again, only its revision tells.
create function undo_met(wanted bigint) returns table (place text, id text) language sql stable as $$
    with this as materialized (
        select * from step_undo where step_undo.id = wanted
    ), was_left as (
        select l.* from this, jsonb_to_recordset(this.after) as l (place text, id text, line jsonb)
    ), now_is as (
        select l.* from this, engine_lines(this.root, this.case_number) l
    )
    select place, id from was_left left join now_is n using (place, id)
    where n.line is null or case place
        when 'act_ru_task' then n.line <> was_left.line
        when 'act_ru_timer_job' then false
        else without_marks(n.line) <> without_marks(was_left.line) end
$$;

-- Puts a table's rows back as they were, whichever columns it has.
create function put_back(place text, lines jsonb) returns void language plpgsql as $$
declare
    columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                     where attrelid = ('engine.' || place)::regclass and attnum > 0 and not attisdropped);
begin
    execute format('insert into engine.%1$I (%2$s) select %2$s from jsonb_array_elements($1) l,
                    jsonb_populate_record(null::engine.%1$I, l -> ''line'') where l ->> ''place'' = %1$L
                    on conflict (id_) do update set (%2$s) = (select %3$s)',
                   place, columns, (select string_agg('excluded.' || c, ', ') from regexp_split_to_table(columns, ', ') c))
    using lines;
end
$$;

-- Takes a step back: the engine stands where it stood, the task is in the same hands with its old limit, and whoever came to the
-- case only by it leaves. The caller has asked undo_met, and has ended what the step bore. Answers the lists that moved by it.
create function undo_step(wanted bigint, now timestamptz) returns table (lane text, away text) language plpgsql as $$
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
                            (select l ->> ''id'' from jsonb_array_elements($1) l where l ->> ''place'' = %1$L
                             except select l ->> ''id'' from jsonb_array_elements($2) l where l ->> ''place'' = %1$L)', place)
        using it.after, it.before;
    end loop;
    foreach place in array array['act_ge_bytearray', 'act_hi_procinst', 'act_ru_execution', 'act_ru_variable', 'act_ru_task',
                                 'act_ru_timer_job']
    loop
        perform put_back(place, it.before);
    end loop;
    update engine.act_ru_timer_job set duedate_ = duedate_ + moved
    where id_ in (select l ->> 'id' from jsonb_array_elements(it.before) l where l ->> 'place' = 'act_ru_timer_job');
    update deadline d set state = l.state, ended_at = null, reason = l.reason, wake_at = l.wake_at + moved
    from jsonb_to_recordset(it.limits) as l (id bigint, state text, reason text, wake_at timestamptz) where d.id = l.id;
    update case_team t set left_at = now + coalesce((select k.ahead from case_clock k where k.case_number = it.case_number), interval '0'),
                           left_by = it.account
    where t.case_number = it.case_number and t.left_at is null and t.account <> all (it.team) and t.account in
        (select l -> 'line' ->> 'assignee_' from jsonb_array_elements(it.after) l where l ->> 'place' = 'act_ru_task');
    return query insert into inbox_item select (jsonb_populate_record(null::inbox_item, it.item)).* returning inbox_item.lane, inbox_item.away;
    insert into notice (case_number, center, task_id, desk, account, kind, deadline, round, step, due_at, at)
    select n.case_number, n.center, n.task_id, n.desk, n.account, n.kind, n.deadline, n.round, n.step, n.due_at, n.at
    from jsonb_populate_recordset(null::notice, it.notices) n order by n.id;
end
$$;
