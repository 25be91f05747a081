-- A class goes back to a checkpoint (チェックポイント): every row of its cases, ours and the engine's, is put aside as it stands and later
-- written again as it stood. What was done stays in the audit trail; a center that is no class can do none of this.
create table practice_checkpoint (
    id         bigint generated always as identity primary key,
    center     text not null references practice_class,
    name       text not null check (length(name) between 1 and 60),
    taken_at   timestamptz not null,
    class_time timestamptz not null, -- on the class's clock, which goes back as well
    unique (id, center)
);
create index practice_checkpoint_of_class on practice_checkpoint (center, id);
alter table practice_checkpoint enable row level security;
alter table practice_checkpoint force row level security;
create policy of_the_class on practice_checkpoint using (center = acting_center());
grant select, insert on practice_checkpoint to tasuki_app;

-- The rows of one case, by table. The application reads none of them: only the functions below do.
create table practice_checkpoint_case (
    checkpoint bigint not null,
    number     text not null,
    center     text not null,
    case_file  jsonb not null,
    case_rows  jsonb not null,
    primary key (checkpoint, number),
    foreign key (checkpoint, center) references practice_checkpoint (id, center),
    foreign key (number, center) references case_file (number, center)
);
create index practice_checkpoint_case_of on practice_checkpoint_case (number);
alter table practice_checkpoint_case enable row level security;
alter table practice_checkpoint_case force row level security;
create policy erasing on practice_checkpoint_case to current_user using (number = current_setting('tasuki.erasing', true));

alter table practice_class add column erased_at timestamptz check (erased_at is null or ended_at is not null);
grant update (erased_at) on practice_class to tasuki_app;

-- Written again by the owner, what somebody wrote in their own name is still theirs.
do $$
declare p record;
begin
    for p in select tablename, policyname, with_check from pg_policies
             where schemaname = 'public' and permissive = 'RESTRICTIVE' and cmd = 'INSERT'
               and tablename in ('case_comment', 'handing_note', 'kept_entry', 'notice_read', 'retention_answer', 'retention_proposal',
                                 'send_back', 'step_move', 'step_undo')
    loop
        execute format('alter policy %I on %I with check (current_user <> ''tasuki_app'' or (%s))', p.policyname, p.tablename, p.with_check);
    end loop;
end
$$;

-- Whose rows belong to a case: ours by its number ($1), the engine's by its processes ($2), and what those keep elsewhere ($3).
create function practice_tables() returns table (name text, mine text) language sql stable set search_path = public, pg_temp as $$
    select format('public.%I', c.relname), 'case_number = $1'
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_number' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and c.relname <> 'audit_entry'
    union all
    select format('engine.%I', c.relname), format('%I = any ($2)', a.attname)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('proc_inst_id_', 'process_instance_id_') and not a.attisdropped
    where c.relnamespace = 'engine'::regnamespace and c.relkind = 'r'
    union all
    select 'engine.act_ge_bytearray', 'id_ = any ($3)'
$$;

create function practice_flows(wanted text) returns text[] language sql stable set search_path = public, pg_temp as $$
    select array(select id_::text from engine.act_ru_execution where business_key_ = wanted
                 union select id_::text from engine.act_hi_procinst where business_key_ = wanted)
$$;

-- What does not fit into a variable's own row: a list, such as that of the hand-overs that a meeting decided on.
create function practice_contents(flows text[]) returns text[] language sql stable set search_path = public, pg_temp as $$
    select array(select bytearray_id_::text from engine.act_ru_variable where proc_inst_id_ = any (flows) and bytearray_id_ is not null
                 union select bytearray_id_::text from engine.act_hi_varinst where proc_inst_id_ = any (flows) and bytearray_id_ is not null)
$$;

-- What the failure of a job said.
create function practice_failures(flows text[]) returns text[] language sql stable set search_path = public, pg_temp as $$
    select array(select exception_stack_id_::text from engine.act_ru_job where process_instance_id_ = any (flows) and exception_stack_id_ is not null
                 union select exception_stack_id_::text from engine.act_ru_timer_job
                       where process_instance_id_ = any (flows) and exception_stack_id_ is not null
                 union select exception_stack_id_::text from engine.act_ru_deadletter_job
                       where process_instance_id_ = any (flows) and exception_stack_id_ is not null)
$$;

-- Takes the rows of a case away; what others refer to goes after them. The case's own line stays.
create function practice_clear(wanted text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
    flows    text[] := practice_flows(wanted);
    contents text[] := practice_contents(flows) || practice_failures(flows);
    tables   text[] := array(select t.name from practice_tables() t);
    held     text[];
    t        record;
begin
    while cardinality(tables) > 0 loop
        held := '{}';
        for t in select * from practice_tables() p where p.name = any (tables) loop
            begin
                execute format('delete from %s where %s', t.name, t.mine) using wanted, flows, contents;
            exception when foreign_key_violation then
                held := held || t.name;
            end;
        end loop;
        if cardinality(held) = cardinality(tables) then
            raise exception 'not taken away: % refer to each other', held;
        end if;
        tables := held;
    end loop;
end
$$;

create function practice_rows(wanted text) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare
    flows    text[] := practice_flows(wanted);
    contents text[] := practice_contents(flows);
    found    jsonb := '{}';
    here     jsonb;
    t        record;
begin
    for t in select * from practice_tables() loop
        -- Nobody works at a job that is written again, and what its failure said is not kept. A draft whose task has gone stays behind.
        execute format($q$select jsonb_agg(to_jsonb(r) || '{"lock_owner_": null, "lock_exp_time_": null, "lock_time_": null, "exception_stack_id_": null}')
                          from %s r where %s%s$q$,
                       t.name, t.mine, case t.name when 'public.draft' then ' and open_task is not null' else '' end)
            into here using wanted, flows, contents;
        if here is not null then
            found := found || jsonb_build_object(t.name, here);
        end if;
    end loop;
    return found;
end
$$;

create function practice_columns(t text) returns text language sql stable as $$
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = ''
$$;

-- What a line of the inbox says of its case is read when it is written, so those tables come first.
create function practice_write(rows jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare
    first  text[] := array['public.case_clock', 'public.child', 'public.consultation', 'public.case_team', 'public.inbox_item'];
    tables text[] := array(select k from jsonb_object_keys(rows) k order by array_position(first, k), k);
    held   text[];
    t      text;
begin
    while cardinality(tables) > 0 loop
        held := '{}';
        foreach t in array tables loop
            begin
                execute format('insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_recordset(null::%1$s, $1)',
                               t, practice_columns(t)) using rows -> t;
            exception when foreign_key_violation then
                held := held || t;
            end;
        end loop;
        if cardinality(held) = cardinality(tables) then
            raise exception 'not written again: % refer to each other', held;
        end if;
        tables := held;
    end loop;
end
$$;

-- Only the system at a class: whoever calls holds the class, and has asked whose it is.
create function practice_only() returns text language plpgsql stable set search_path = public, pg_temp as $$
begin
    if not acting_as_system() or acting_center() is null or acting_center() not like 'practice-%' then
        raise exception 'only a class goes back' using errcode = '42501';
    end if;
    return acting_center();
end
$$;

create function practice_keep(wanted bigint) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    class text := practice_only();
    kept  int := 0;
    n     text;
begin
    for n in select number from case_file where center = class order by number loop
        perform hold_case(n);
        perform set_config('tasuki.erasing', n, true);
        insert into practice_checkpoint_case (checkpoint, number, center, case_file, case_rows)
        select wanted, f.number, class, to_jsonb(f), practice_rows(f.number) from case_file f where f.number = n;
        kept := kept + 1;
    end loop;
    perform set_config('tasuki.erasing', '', true);
    return kept;
end
$$;

create function practice_go_back(wanted bigint) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    class text := practice_only();
    n     text;
    was   record;
    seen  text[] := '{}';
    kept  text[] := '{}';
begin
    if not exists (select from practice_checkpoint where id = wanted and center = class) then
        raise exception 'no such checkpoint' using errcode = '42501';
    end if;
    -- Somebody may open a case meanwhile: until there is none that has not been seen.
    loop
        select min(number) into n from case_file where center = class and number <> all (seen);
        exit when n is null;
        seen := seen || n;
        perform hold_case(n);
        perform set_config('tasuki.erasing', n, true);
        perform practice_clear(n);
        delete from practice_checkpoint_case where number = n and checkpoint > wanted;
        select case_file, case_rows into was from practice_checkpoint_case where checkpoint = wanted and number = n;
        if found then
            execute format('update case_file set (%1$s) = (select %1$s from jsonb_populate_record(null::case_file, $1)) where number = $2',
                           practice_columns('case_file')) using was.case_file, n;
            -- Whoever the line brought into the team comes with the team's own rows.
            delete from case_team where case_number = n;
            perform practice_write(was.case_rows);
            kept := kept || n;
        end if;
    end loop;
    perform set_config('tasuki.erasing', '', true);
    -- The class is before what came later: cases that began since, and checkpoints.
    delete from case_file where center = class and number = any (seen) and number <> all (kept);
    delete from practice_checkpoint where center = class and id > wanted;
    return cardinality(kept);
end
$$;

-- All that was done in a class that has ended; the class, its desks and its chain stay.
create function practice_forget() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    class text := practice_only();
    n     text;
    gone  int := 0;
begin
    if not exists (select from practice_class where center = class and ended_at is not null) then
        raise exception 'not to be erased: the class has not ended' using errcode = '42501';
    end if;
    for n in select number from case_file where center = class order by number loop
        perform hold_case(n);
        perform set_config('tasuki.erasing', n, true);
        perform practice_clear(n);
        delete from practice_checkpoint_case where number = n;
        gone := gone + 1;
    end loop;
    perform set_config('tasuki.erasing', '', true);
    delete from case_file where center = class;
    delete from practice_checkpoint where center = class;
    return gone;
end
$$;

do $$
declare f text;
begin
    foreach f in array array['practice_tables()', 'practice_flows(text)', 'practice_contents(text[])', 'practice_failures(text[])', 'practice_clear(text)', 'practice_rows(text)', 'practice_columns(text)',
                             'practice_write(jsonb)', 'practice_only()', 'practice_keep(bigint)', 'practice_go_back(bigint)', 'practice_forget()']
    loop
        execute format('revoke execute on function %s from public', f);
    end loop;
end
$$;
grant execute on function practice_keep(bigint), practice_go_back(bigint), practice_forget() to tasuki_app;
