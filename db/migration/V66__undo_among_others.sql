-- A step is taken back among all else that is done in a case. What runs beside its flow is none of its rows: a question that ended with
-- the step's task stays ended, in the engine's history as well. So the history is walked from the step's own root.
create or replace function engine_lines(wanted_root text, wanted_case text) returns table (place text, id text, line jsonb)
language sql stable as $$
    with recursive instance as (
        select id_ from engine.act_ru_execution where root_proc_inst_id_ = wanted_root and parent_id_ is null
    ), variable as (
        select v.* from engine.act_ru_variable v where v.proc_inst_id_ in (select id_ from instance)
    ), of_case as materialized (
        select * from engine.act_hi_procinst where business_key_ = wanted_case
    ), told as (
        select * from of_case where id_ = wanted_root
        union all select h.* from of_case h join told on h.super_process_instance_id_ = told.id_
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

-- Somebody has gone on from a task also by asking a colleague from it, or by putting it first.
create or replace function undo_met(wanted bigint) returns table (place text, id text) language sql stable as $$
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
            or exists (select from matter m where m.from_task = was_left.id and m.state <> 'withdrawn')
            or exists (select from inbox_item i where i.task_id = was_left.id and i.raised)
        when 'act_ru_timer_job' then false
        else without_marks(n.line) <> without_marks(was_left.line) end
$$;

-- What could be taken back is kept no longer than a day; whoever looks for it goes along this.
create index step_undo_over on step_undo (center, at);
