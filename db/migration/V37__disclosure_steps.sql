-- A disclosure is a process beside the case's own (processes/disclosure.bpmn): what was decided is also handed out, or told.
alter table disclosure_request
    add refused_why  text,
    add returned_why text,
    add given_on     date,
    add given_how    text check (given_how in ('in-person', 'post', 'notice', 'not-collected'));

-- What was decided before there was this step has been handed out since.
alter table disclosure_request no force row level security;
alter table disclosure_request drop constraint disclosure_request_state_check;
alter table disclosure_request drop constraint disclosure_request_check1;
update disclosure_request set state = 'given', given_on = (decided_at at time zone 'Asia/Tokyo')::date, given_how = 'in-person'
where state = 'decided';
alter table disclosure_request force row level security;

alter table disclosure_request add constraint disclosure_request_state
    check (state in ('open', 'proposed', 'decided', 'given', 'dropped'));
-- Either there is something to give, or a reason why not.
alter table disclosure_request add constraint disclosure_request_decision
    check (state not in ('decided', 'given') or (package is null) = (refused_why is not null));
alter table disclosure_request add constraint disclosure_request_given
    check ((state = 'given') = (given_on is not null) and (given_on is null) = (given_how is null));

-- One at a time, until the last step is done.
drop index disclosure_request_open;
create unique index disclosure_request_open on disclosure_request (case_number) where state in ('open', 'proposed', 'decided');

-- As in V32, but what was decided is not yet handed out: until then nothing may be erased.
create or replace function erase_case(wanted text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
    if exists (select from disclosure_request d where d.case_number = wanted and d.state in ('open', 'proposed', 'decided')) then
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
