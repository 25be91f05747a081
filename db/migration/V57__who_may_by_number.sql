-- The policies of V25 say who sees a case; here they say it shorter. Each of them spelled out its look-ups, with the policies of the
-- tables looked into, and each statement planned all of that for each table it named, mostly for people whom the first words let
-- in. Now the look-ups are functions that keep their plans, asked case by case and only of those who need them; and what is kept
-- from somebody is looked up once, until somebody else acts. What may be seen is the same: WhoSeesWhatTests asks table by table.

-- Whether the actor works on this case, or an emergency opened it for a while.
create function on_team(wanted text) returns boolean language plpgsql stable as $$
declare
    before text := current_setting('tasuki.looking_up', true);
    found boolean;
begin
    perform set_config('tasuki.looking_up', 'yes', true);
    found := exists (select from case_team where case_number = wanted and account = acting_account() and left_at is null)
        or exists (select from emergency_access where case_number = wanted and account = acting_account() and acting_now() < until);
    perform set_config('tasuki.looking_up', coalesce(before, ''), true);
    return found;
end
$$;

-- Whether its next step waits at one of the actor's desks.
create function waits_for_me(wanted text) returns boolean language plpgsql stable as $$
begin
    return exists (select from inbox_item where case_number = wanted and assignee is null and desk = any (acting_desks()));
end
$$;

-- Whether the actor's agency has it in hands, or may still look it up.
create function handed_to_me(wanted text) returns boolean language plpgsql stable as $$
begin
    return exists (select from hand_over h where h.case_number = wanted and h.agency = acting_agency()
                   and h.state in ('sent', 'accepted') and still_seen(h.closed_at));
end
$$;

-- As before, but remembered: whoever acts is told with tasuki.hidden empty, and so is a list that changes.
create or replace function hidden_cases() returns text[] language plpgsql stable as $$
declare
    before text := current_setting('tasuki.looking_up', true);
    known text := coalesce(current_setting('tasuki.hidden', true), '');
    found text[];
begin
    if acting_scope() = 'flow' then
        return '{}';
    end if;
    if known <> '' then
        return coalesce(string_to_array(nullif(substr(known, 2), ''), ','), '{}');
    end if;
    perform set_config('tasuki.looking_up', 'yes', true);
    found := array(
        select case_number from case_exclusion where account = acting_account() and lifted_at is null
        union
        select r.case_number from case_restriction r
        where r.center = acting_center() and r.lifted_at is null
          and not exists (select from case_reader n where n.restriction = r.id and n.account = acting_account())
          and not exists (select from emergency_access e where e.case_number = r.case_number
                          and e.account = acting_account() and acting_now() < e.until));
    perform set_config('tasuki.looking_up', coalesce(before, ''), true);
    perform set_config('tasuki.hidden', '=' || array_to_string(found, ','), true);
    return found;
end
$$;
create function forget_hidden() returns trigger language plpgsql as $$
begin
    perform set_config('tasuki.hidden', '', true);
    return null;
end
$$;
do $$
declare t text;
begin
    foreach t in array array['case_exclusion', 'case_restriction', 'case_reader', 'emergency_access'] loop
        execute format('create trigger forget_hidden after insert or update or delete on %I for each statement
                        execute function forget_hidden()', t);
    end loop;
end
$$;

create or replace function guard_case_table(t text) returns void language plpgsql as $$
declare
    number_of text := case t when 'case_file' then 'number' else 'case_number' end;
    reached text := case t
        -- Where the next step waits, the inbox itself says of each line.
        when 'inbox_item' then 'desk = any (acting_desks()) or assignee = acting_account() or on_team(case_number)'
        else format('on_team(%1$I) or waits_for_me(%1$I)', number_of) end;
    mine text := format($p$center = acting_center() and (acting_scope() in ('center', 'flow') or acting_scope() = 'team' and (%s))$p$,
                        reached);
    shown text := format('%I <> all ((select hidden_cases())::text[])', number_of);
begin
    if t = 'inbox_item' then
        -- In a case, for the planner: see V44.
        mine := format('case when %s then true else false end', mine);
    end if;
    if t in ('case_team', 'case_exclusion', 'case_restriction', 'case_reader', 'emergency_access') then
        -- The lists: while a function looks something up, the actor's own lines; else like every table of a case.
        mine := format('case when looking_up() then %s else %s end',
                       case t when 'case_restriction' then 'center = acting_center()' else 'account = acting_account()' end, mine);
        shown := format('looking_up() or %s', shown);
    end if;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists own_center on %I', t);
    execute format('drop policy if exists not_kept_from_me on %I', t);
    execute format('create policy own_center on %I using (%s)', t, mine);
    execute format('create policy not_kept_from_me on %I as restrictive using (%s)', t, shown);
end
$$;

do $$
declare t text;
begin
    for t in select tablename from pg_policies where schemaname = 'public' and policyname in ('own_center', 'not_kept_from_me')
             group by tablename having count(*) = 2
    loop
        perform guard_case_table(t);
    end loop;
    for t in select tablename from pg_policies where schemaname = 'public' and policyname = 'handed_to_my_agency'
             and qual like '%FROM hand_over h%h.case_number = %still_seen(h.closed_at)%'
    loop
        execute format('alter policy handed_to_my_agency on %I using (acting_agency() is not null and handed_to_me(%I))', t,
                       case t when 'case_file' then 'number' else 'case_number' end);
    end loop;
end
$$;
