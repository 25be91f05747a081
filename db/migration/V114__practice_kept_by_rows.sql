-- A case with many documents is larger than one value may be (a quarter of a gigabyte): a checkpoint keeps it row by row. And whoever was
-- called at night for a case (on_call_notice, which names none) goes back with the case's notices.
create table practice_checkpoint_row (
    checkpoint bigint not null,
    number     text not null,
    center     text not null,
    name       text not null, -- of the row's table
    place      int not null,
    kept       jsonb not null,
    primary key (checkpoint, number, name, place),
    foreign key (checkpoint, number) references practice_checkpoint_case (checkpoint, number) on delete cascade,
    foreign key (number, center) references case_file (number, center)
);
create index practice_checkpoint_row_of on practice_checkpoint_row (number);
alter table practice_checkpoint_row enable row level security;
alter table practice_checkpoint_row force row level security;
create policy erasing on practice_checkpoint_row to current_user using (number = current_setting('tasuki.erasing', true));

-- What is kept already, whatever case it is of.
alter table practice_checkpoint_case no force row level security;
alter table practice_checkpoint_row no force row level security;
insert into practice_checkpoint_row
select c.checkpoint, c.number, c.center, t.key, e.place, e.kept
from practice_checkpoint_case c, jsonb_each(c.case_rows) t, jsonb_array_elements(t.value) with ordinality e (kept, place);
alter table practice_checkpoint_case drop column case_rows;
alter table practice_checkpoint_row force row level security;
alter table practice_checkpoint_case force row level security;

create or replace function practice_tables() returns table (name text, mine text) language sql stable set search_path = public, pg_temp as $$
    select format('public.%I', c.relname), 'case_number = $1'
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_number' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and c.relname <> 'audit_entry'
    union all
    select 'public.on_call_notice', 'notice in (select id from public.notice where case_number = $1)'
    union all
    select format('engine.%I', c.relname), format('%I = any ($2)', a.attname)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('proc_inst_id_', 'process_instance_id_') and not a.attisdropped
    where c.relnamespace = 'engine'::regnamespace and c.relkind = 'r'
    union all
    select 'engine.act_ge_bytearray', 'id_ = any ($3)'
$$;

drop function practice_rows(text);
drop function practice_write(jsonb);

create function practice_keep_rows(wanted bigint, class text, of_case text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
    flows    text[] := practice_flows(of_case);
    contents text[] := practice_contents(flows);
    t        record;
begin
    for t in select * from practice_tables() loop
        -- Nobody works at a job that is written again, and what its failure said is not kept. A draft whose task has gone stays behind.
        execute format($q$insert into practice_checkpoint_row (checkpoint, number, center, name, place, kept)
                          select $4, $1, $5, %1$L, row_number() over (),
                                 to_jsonb(r) || '{"lock_owner_": null, "lock_exp_time_": null, "lock_time_": null, "exception_stack_id_": null}'
                          from %1$s r where %2$s%3$s$q$,
                       t.name, t.mine, case t.name when 'public.draft' then ' and open_task is not null' else '' end)
            using of_case, flows, contents, wanted, class;
    end loop;
end
$$;

create function practice_columns(t text, of text) returns text language sql stable as $$
    select string_agg(of || quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = ''
$$;

-- What a line of the inbox says of its case is read when it is written, so those tables come first.
create function practice_write(wanted bigint, of_case text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
    first  text[] := array['public.case_clock', 'public.child', 'public.consultation', 'public.case_team', 'public.inbox_item'];
    tables text[] := array(select k.name from practice_checkpoint_row k where k.checkpoint = wanted and k.number = of_case
                           group by k.name order by array_position(first, k.name), k.name);
    held   text[];
    t      text;
begin
    while cardinality(tables) > 0 loop
        held := '{}';
        foreach t in array tables loop
            begin
                execute format('insert into %1$s (%2$s) overriding system value select %3$s from practice_checkpoint_row k
                                cross join lateral jsonb_populate_record(null::%1$s, k.kept) kept_row
                                where k.checkpoint = $1 and k.number = $2 and k.name = $3 order by k.place',
                               t, practice_columns(t), practice_columns(t, 'kept_row.')) using wanted, of_case, t;
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

create or replace function practice_keep(wanted bigint) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    class text := practice_only();
    kept  int := 0;
    n     text;
begin
    for n in select number from case_file where center = class order by number loop
        perform hold_case(n);
        perform set_config('tasuki.erasing', n, true);
        insert into practice_checkpoint_case (checkpoint, number, center, case_file)
        select wanted, f.number, class, to_jsonb(f) from case_file f where f.number = n;
        perform practice_keep_rows(wanted, class, n);
        kept := kept + 1;
    end loop;
    perform set_config('tasuki.erasing', '', true);
    return kept;
end
$$;

create or replace function practice_go_back(wanted bigint) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    class text := practice_only();
    n     text;
    was   jsonb;
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
        select case_file into was from practice_checkpoint_case where checkpoint = wanted and number = n;
        if found then
            execute format('update case_file set (%1$s) = (select %1$s from jsonb_populate_record(null::case_file, $1)) where number = $2',
                           practice_columns('case_file')) using was, n;
            -- Whoever the line brought into the team comes with the team's own rows.
            delete from case_team where case_number = n;
            perform practice_write(wanted, n);
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

do $$
declare f text;
begin
    foreach f in array array['practice_keep_rows(bigint, text, text)', 'practice_columns(text, text)', 'practice_write(bigint, text)']
    loop
        execute format('revoke execute on function %s from public', f);
    end loop;
end
$$;
