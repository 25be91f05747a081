-- The inbox at scale: what the list is narrowed to and sorted by stands on its rows, so that a page is one walk along an index
-- however many tasks there are. Names stay in child. docs/decisions/0027 says what it costs.
alter table inbox_item
    -- Of the case, and true in the transaction that changes it there.
    add column urgency     text not null default 'none',
    add column officer     text references account,
    add column abuse_type  text,
    -- The school year (学年) of the child: those born from 2 April of this year to 1 April of the next. 0 when not known.
    add column school_year int not null default 0,
    -- How far the case's clock runs ahead of the office's, and when the task is due on the office's.
    add column ahead       interval not null default interval '0',
    add column due_here    timestamptz,
    -- The one list that the row stands in: of the person who has it (@account), of the center's desk, or of the agency's. Null
    -- while its case is still being told (its clock runs behind): it is on nobody's list then.
    add column lane        text,
    -- The center that waits for an agency's answer here.
    add column away        text;

create function school_year_of(birth date) returns int language sql immutable
    return coalesce(extract(year from birth - interval '3 months' - interval '1 day')::int, 0);

create function inbox_lane(center text, desk text, agency text, assignee text, ahead interval) returns text language sql immutable
    return case when ahead < interval '0' then null when assignee is not null then '@' || assignee
                when agency is null then center || '/' || desk else desk end;

create function inbox_item_is_placed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        select urgency, officer into new.urgency, new.officer from case_file where number = new.case_number;
        new.urgency := coalesce(new.urgency, 'none');
        new.school_year := school_year_of((select birth_date from child c where c.case_number = new.case_number));
        new.abuse_type := (select c.abuse_type from consultation c where c.case_number = new.case_number
                           and c.abuse_type is not null order by c.id desc limit 1);
        new.ahead := coalesce((select k.ahead from case_clock k where k.case_number = new.case_number), interval '0');
    end if;
    new.due_here := new.due_at - new.ahead;
    new.lane := inbox_lane(new.center, new.desk, new.agency, new.assignee, new.ahead);
    new.away := case when new.ahead >= interval '0' and new.agency is not null then new.center end;
    return new;
end
$$;

create function inbox_hears_of_case() returns trigger language plpgsql as $$
begin
    update inbox_item set urgency = new.urgency, officer = new.officer where case_number = new.number;
    return null;
end
$$;
create trigger inbox_hears after update of urgency, officer on case_file for each row
    when ((old.urgency, old.officer) is distinct from (new.urgency, new.officer)) execute function inbox_hears_of_case();

create function inbox_hears_of_child() returns trigger language plpgsql as $$
begin
    update inbox_item set school_year = school_year_of(new.birth_date)
    where case_number = new.case_number and school_year <> school_year_of(new.birth_date);
    return null;
end
$$;
create trigger inbox_hears after insert or update of birth_date on child for each row execute function inbox_hears_of_child();

create function inbox_hears_of_consultation() returns trigger language plpgsql as $$
begin
    update inbox_item i set abuse_type =
        (select c.abuse_type from consultation c where c.case_number = new.case_number and c.abuse_type is not null
         order by c.id desc limit 1)
    where i.case_number = new.case_number;
    return null;
end
$$;
create trigger inbox_hears after insert or update of abuse_type on consultation for each row
    execute function inbox_hears_of_consultation();

create function inbox_hears_of_clock() returns trigger language plpgsql as $$
begin
    update inbox_item set ahead = case when tg_op = 'DELETE' then interval '0' else new.ahead end
    where case_number = case when tg_op = 'DELETE' then old.case_number else new.case_number end;
    return null;
end
$$;
create trigger inbox_hears after insert or update or delete on case_clock for each row execute function inbox_hears_of_clock();

-- The rows that are there already. Nobody acts in a migration, and forced policies would hide all of them.
do $$
declare t text;
begin
    foreach t in array array['inbox_item', 'case_file', 'child', 'consultation', 'case_clock'] loop
        execute format('alter table %I no force row level security', t);
    end loop;
end
$$;
update inbox_item i set urgency = f.urgency, officer = f.officer,
    school_year = school_year_of((select birth_date from child c where c.case_number = i.case_number)),
    abuse_type = (select c.abuse_type from consultation c where c.case_number = i.case_number and c.abuse_type is not null
                  order by c.id desc limit 1),
    ahead = coalesce((select k.ahead from case_clock k where k.case_number = i.case_number), interval '0')
from case_file f where f.number = i.case_number;
create trigger is_placed before insert or update on inbox_item for each row execute function inbox_item_is_placed();
update inbox_item set ahead = ahead;
do $$
declare t text;
begin
    foreach t in array array['inbox_item', 'case_file', 'child', 'consultation', 'case_clock'] loop
        execute format('alter table %I force row level security', t);
    end loop;
end
$$;
alter table inbox_item alter column due_here set not null;

-- One walk for each list, and one for each thing that it can be narrowed to.
drop index inbox_of_person;
drop index inbox_of_desk;
create index inbox_lane on inbox_item (lane, due_here, task_id);
create index inbox_lane_step on inbox_item (lane, step, due_here, task_id);
create index inbox_lane_urgency on inbox_item (lane, urgency, due_here, task_id);
create index inbox_lane_officer on inbox_item (lane, officer, due_here, task_id);
create index inbox_lane_type on inbox_item (lane, abuse_type, due_here, task_id);
create index inbox_lane_school_year on inbox_item (lane, school_year, due_here, task_id);
create index inbox_away on inbox_item (away, due_here, task_id) where away is not null;
create index inbox_away_agency on inbox_item (away, agency, due_here, task_id) where away is not null;

-- The policies of V25 and V06, word for word, in a case: the planner takes what stands in it for true every second time. Left to
-- guess at who acts it thinks that hardly a row is the actor's, and reads and sorts a whole list for its first page.
do $$
declare p record;
begin
    for p in select policyname, qual from pg_policies where schemaname = 'public' and tablename = 'inbox_item'
             and policyname in ('own_center', 'my_agencys_desk')
    loop
        execute format('alter policy %I on inbox_item using (case when %s then true else false end)', p.policyname, p.qual);
    end loop;
end
$$;

-- Whose a task is stands in its own row from now on; docs/decisions/0032.
update engine.act_ru_task t set category_ =
    (select string_agg(l.group_id_, ',' order by l.group_id_) from engine.act_ru_identitylink l
     where l.task_id_ = t.id_ and l.type_ = 'candidate')
where category_ is null;

-- The engine's open tasks in the inbox's words, for whoever compares the two. agencys: the roles that only agencies have.
create function engine_tasks(of_center text, of_case text, agencys text[])
    returns table (task_id text, case_number text, center text, desk text, agency text, assignee text, process text, step text,
                   form text, wait_id text, hand_over text, born_at timestamptz, due_at timestamptz, warn_at timestamptz)
language sql stable as $$
    with task as (
        select t.id_::text as id, e.business_key_::text as number, t.assignee_::text as assignee,
               split_part(t.proc_def_id_, ':', 1) as process, t.task_def_key_::text as step, t.form_key_::text as form,
               t.execution_id_::text as wait, t.create_time_::timestamp at time zone 'Asia/Tokyo' as made,
               string_to_array(t.category_, ',') as roles,
               (select v.text_::text from engine.act_ru_variable v where v.name_ = 'handOver' and v.task_id_ is null
                and v.execution_id_ in (t.execution_id_, x.parent_id_, t.proc_inst_id_) limit 1) as hand_over,
               (select v.text_::text from engine.act_ru_variable v where v.name_ = 'agency' and v.task_id_ is null
                and v.execution_id_ in (t.execution_id_, x.parent_id_, t.proc_inst_id_) limit 1) as agency
        from engine.act_ru_task t
        join engine.act_ru_execution x on x.id_ = t.execution_id_
        join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
        where of_case is null or e.business_key_ = of_case
    )
    select t.id, t.number, f.center, case when at_agency then 'agency:' || t.agency else t.roles[1] end,
           case when at_agency then t.agency end, t.assignee, t.process, t.step, t.form, t.wait, t.hand_over,
           t.made + coalesce((select k.ahead from case_clock k where k.case_number = t.number), interval '0'), d.due_at, d.warn_at[1]
    from task t
    join case_file f on f.number = t.number and f.center = of_center
    cross join lateral (select t.agency is not null and t.roles && agencys as at_agency) a
    left join lateral (select * from deadline d where d.wait_id = t.wait and d.ended_at is null order by d.due_at limit 1) d on true
$$;
