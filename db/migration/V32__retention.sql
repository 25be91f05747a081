-- How long records are kept (保存期間), and how they end. Nothing is erased by itself: one person proposes, a second approves, and
-- the database itself checks both before anything is gone.

-- processes/retention.yaml as the database reads it; written by the migrating account alone, whenever the file changes.
create table retention_rule (
    id             text not null,
    effective_from date not null,
    position       int not null,
    keeps          text not null check (keeps in ('for-ever', 'until-age', 'years-after-closing')),
    years          int,
    least          int not null,
    answered       jsonb not null,
    primary key (id, effective_from)
);
grant select on retention_rule to tasuki_app;

-- What is left of an erased case.
alter table case_file drop constraint case_file_status_check;
alter table case_file add constraint case_file_status_check
    check (status in ('open', 'closed', 'withdrawn', 'joined', 'erased'));
alter table case_file add erased_at timestamptz, add erased_by text, add erasure_proposed_by text, add erasure_approved_by text;
revoke update on case_file from tasuki_app;
do $$
declare kept text;
begin
    select string_agg(quote_ident(column_name), ', ') into kept from information_schema.columns
    where table_schema = 'public' and table_name = 'case_file' and column_name not like 'eras%';
    execute 'grant update (' || kept || ') on case_file to tasuki_app';
end
$$;
-- An erased case stays erased, and only erase_case makes one: inside it, its owner acts.
create policy erased_is_erased on case_file as restrictive for update
    using (status <> 'erased' or current_user <> 'tasuki_app') with check (status <> 'erased' or current_user <> 'tasuki_app');

create table retention_proposal (
    id           bigint generated always as identity primary key,
    case_number  text not null,
    center       text not null,
    choice       text not null check (choice in ('erase', 'keep')),
    keep_until   date,
    reason       text not null,
    rule         text not null,
    rule_version date not null,
    kept_until   date not null,
    proposed_by  text not null references account,
    proposed_at  timestamptz not null,
    check ((choice = 'keep') = (keep_until is not null)),
    foreign key (case_number, center) references case_file (number, center)
);
create index retention_proposal_of_case on retention_proposal (case_number, id desc);

create table retention_answer (
    proposal    bigint primary key references retention_proposal,
    case_number text not null,
    center      text not null,
    approved    boolean not null,
    reason      text,
    answered_by text not null references account,
    answered_at timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);

create function holds_role(asked text, wanted text[]) returns boolean language sql stable
    return exists (select from account a join account_role r on r.account = a.id
                   where a.id = asked and a.enabled and r.role = any (wanted));

select guard_case_table('retention_proposal');
create policy in_own_name on retention_proposal as restrictive for insert
    with check (proposed_by = acting_account() and holds_role(proposed_by, '{supervisor,director}'));
select guard_case_table('retention_answer');
create policy in_own_name_and_another on retention_answer as restrictive for insert
    with check (answered_by = acting_account() and holds_role(answered_by, '{director}')
                and exists (select from retention_proposal p
                            where p.id = proposal and p.case_number = retention_answer.case_number
                              and p.proposed_by <> answered_by));
grant select, insert on retention_proposal, retention_answer to tasuki_app;

create function end_of_fiscal_year(day date) returns date language sql immutable
    return make_date(extract(year from day)::int + case when extract(month from day) >= 4 then 1 else 0 end, 3, 31);

-- By which rule the records of an ended case are kept, and the last day that they must be; null: for ever. No row: not ended.
create function retention_of(wanted text, on_day date) returns table (rule text, version date, kept_until date)
language sql stable as $$
    with recursive way as (
        select number, status, closed_at, joined_into, 1 as far from case_file where number = wanted
        union all
        select f.number, f.status, f.closed_at, f.joined_into, w.far + 1
        from way w join case_file f on f.number = w.joined_into where w.far < 50
    ), ended as (
        select status, (closed_at at time zone 'Asia/Tokyo')::date as day from way order by far desc limit 1
    ), born as (
        select (select birth_date from child where case_number = wanted) as day
    ), in_force as (
        select distinct on (id) * from retention_rule where effective_from <= on_day order by id, effective_from desc
    ), chosen as (
        select r.* from in_force r, born
        where (r.keeps <> 'until-age' or born.day is not null)
          and (r.answered = '[]' or exists (
              select from form_answer a, jsonb_to_recordset(r.answered) as w (form text, field text, "in" jsonb)
              where a.case_number = wanted and a.form = w.form
                and jsonb_exists_any(a.answers -> w.field, array (select jsonb_array_elements_text(w."in")))))
        order by r.position limit 1
    ), longer as (
        select max(p.keep_until) as day from retention_proposal p join retention_answer a on a.proposal = p.id and a.approved
        where p.case_number = wanted
    )
    select c.id, c.effective_from,
           case c.keeps
               when 'until-age' then greatest(longer.day, end_of_fiscal_year(greatest(
                   (born.day + make_interval(years => c.years))::date - 1, (ended.day + make_interval(years => c.least))::date)))
               when 'years-after-closing' then
                   greatest(longer.day, end_of_fiscal_year((ended.day + make_interval(years => c.years))::date))
           end
    from chosen c, ended, born, longer
    where ended.status <> 'open' and ended.day is not null
$$;

-- The owner, inside erase_case and nowhere else, reaches every row of the case that is being erased: also what only one
-- person may see. Each table with a case needs this policy.
do $$
declare t text;
begin
    for t in select c.table_name from information_schema.columns c join pg_class k on k.oid = c.table_name::regclass
             where c.table_schema = 'public' and c.column_name = 'case_number' and k.relrowsecurity and c.table_name <> 'audit_entry'
    loop
        execute format('create policy erasing on %I to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                       t, current_user);
    end loop;
    execute format('create policy erasing on case_file to %I using (number = current_setting(''tasuki.erasing'', true))',
                   current_user);
end
$$;

-- Erases the records of a case for good, and leaves a stub. The application may delete nothing of a case but by this, and it
-- believes nobody: the case has ended and its time is over, one person proposed and another approved, and whoever calls is a
-- director of its center. Tables that a later version adds are found in the catalogue.
create function erase_case(wanted text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    today    date := (now() at time zone 'Asia/Tokyo')::date;
    file     case_file%rowtype;
    decision record;
    tables   text[];
    held     text[];
    t        text;
begin
    perform hold_case(wanted);
    select * into file from case_file where number = wanted and center = acting_center() for update;
    if not found or not holds_role(acting_account(), '{director}')
       or not exists (select from account where id = acting_account() and center = file.center) then
        raise exception 'not to be erased: no director of its center asks' using errcode = '42501';
    end if;
    if file.status not in ('closed', 'withdrawn', 'joined')
       or not exists (select from retention_of(wanted, today) r where r.kept_until < today) then
        raise exception 'not to be erased: its time is not over' using errcode = '42501';
    end if;
    select p.proposed_by, a.answered_by into decision
    from retention_proposal p join retention_answer a on a.proposal = p.id and a.approved
    where p.case_number = wanted and p.choice = 'erase' and p.proposed_by <> a.answered_by
      and not exists (select from retention_proposal later where later.case_number = wanted and later.id > p.id);
    if not found then
        raise exception 'not to be erased: two people have not decided so' using errcode = '42501';
    end if;
    if exists (select from disclosure_request d where d.case_number = wanted and d.state in ('open', 'proposed')) then
        raise exception 'not to be erased: somebody has asked to see it' using errcode = '42501';
    end if;

    perform set_config('tasuki.erasing', wanted, true);
    select array_agg(c.table_name::text) into tables
    from information_schema.columns c join pg_class k on k.oid = c.table_name::regclass
    where c.table_schema = 'public' and c.column_name = 'case_number' and k.relkind in ('r', 'p') and k.relrowsecurity
      and c.table_name <> 'audit_entry';
    -- What others refer to goes after them.
    while cardinality(tables) > 0 loop
        held := '{}';
        foreach t in array tables loop
            begin
                execute format('delete from %I where case_number = $1', t) using wanted;
            exception when foreign_key_violation then
                held := held || t;
            end;
        end loop;
        if cardinality(held) = cardinality(tables) then
            raise exception 'not erased: % refer to each other', held;
        end if;
        tables := held;
    end loop;
    update case_file set status = 'erased', outcome = 'erased', urgency = 'none', officer = null, erased_at = now(),
        erased_by = acting_account(), erasure_proposed_by = decision.proposed_by, erasure_approved_by = decision.answered_by
    where number = wanted;
    perform set_config('tasuki.erasing', '', true);
end
$$;
revoke execute on function erase_case from public;
grant execute on function erase_case to tasuki_app;
