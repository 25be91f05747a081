-- What the policies of V57 say, in fewer words. PostgreSQL sets up every word of a table's policies for each statement that names the
-- table, before it asks the first: what lets most of them in now stands alone, and the rest lies in functions that are asked only
-- when that did not. Whoever acts is told with tasuki.sees, the center all of whose cases they may see (empty for who works on single
-- cases). What may be seen is the same: WhoSeesWhatTests asks table by table.

-- Who works on a case is asked for each of its rows: what was found is remembered until somebody else acts or a list changes, as what is
-- hidden is (V57).
create or replace function on_team(wanted text) returns boolean language plpgsql stable as $$
declare
    before text := current_setting('tasuki.looking_up', true);
    found boolean;
begin
    if wanted = current_setting('tasuki.on_team', true) then
        return true;
    end if;
    perform set_config('tasuki.looking_up', 'yes', true);
    found := exists (select from case_team where case_number = wanted and account = acting_account() and left_at is null)
        or exists (select from emergency_access where case_number = wanted and account = acting_account() and acting_now() < until);
    perform set_config('tasuki.looking_up', coalesce(before, ''), true);
    if found then
        perform set_config('tasuki.on_team', wanted, true);
    end if;
    return found;
end
$$;
create function forget_team() returns trigger language plpgsql as $$
begin
    perform set_config('tasuki.on_team', '', true);
    return null;
end
$$;
create trigger forget_team after update or delete on case_team for each statement execute function forget_team();
create trigger forget_team after update or delete on emergency_access for each statement execute function forget_team();

-- A case that the actor works on, or that waits at one of their desks.
create function reached(wanted text, of_center text) returns boolean language plpgsql stable as $$
begin
    return of_center = acting_center() and acting_scope() = 'team' and (on_team(wanted) or waits_for_me(wanted));
end
$$;

-- Where the next step waits, the inbox itself says of each line.
create function reached_in_inbox(wanted text, of_center text, at_desk text, held_by text) returns boolean language plpgsql stable as $$
begin
    return of_center = acting_center() and acting_scope() = 'team'
           and (at_desk = any (acting_desks()) or held_by = acting_account() or on_team(wanted));
end
$$;

-- Whether a case is hidden from the actor. From most people none is, and then the policies say so without asking this.
create function hidden_from_me(wanted text) returns boolean language plpgsql stable as $$
begin
    if acting_scope() = 'flow' then
        return false;
    end if;
    if coalesce(current_setting('tasuki.hidden', true), '') = '' then
        perform hidden_cases();
    end if;
    return strpos(',' || substr(current_setting('tasuki.hidden', true), 2) || ',', ',' || wanted || ',') > 0;
end
$$;

create or replace function guard_case_table(t text) returns void language plpgsql as $$
declare
    number_of text := case t when 'case_file' then 'number' else 'case_number' end;
    mine text := format($p$center = current_setting('tasuki.sees', true) or reached(%I, center)$p$, number_of);
    shown text := format($p$current_setting('tasuki.hidden', true) = '=' or not hidden_from_me(%I)$p$, number_of);
begin
    if t = 'inbox_item' then
        -- In a case, for the planner: see V44.
        mine := $p$case when center = current_setting('tasuki.sees', true) or reached_in_inbox(case_number, center, desk, assignee)
                   then true else false end$p$;
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
end
$$;

-- An agency's acts stand in the trail of the center that it works with, and an act on a case in that of the case's center.
create function in_their_trail(of_center text, on_case text) returns boolean language plpgsql stable as $$
begin
    return of_center = (select g.center from agency g where g.key = acting_agency())
        or exists (select from case_file c where c.number = on_case and c.center = of_center);
end
$$;
alter policy own_trail on audit_entry with check (
    actor = acting_account() and (center is null or center = acting_office() or in_their_trail(center, case_number)));
