-- Who may see a case within its center: the people who work on it, those at whose desk its next step waits, and the roles that
-- look over the whole center. Beside that, persons who must not (利益相反), cases that few may (閲覧制限), and the emergency at
-- night (緊急閲覧). docs/decisions/0019 says why it stands here and not in the pages alone.

-- What more is told of the actor: none, team, center or flow; the desks; and the time, which is the application's clock's.
create function acting_scope() returns text language sql stable
    return coalesce(nullif(current_setting('tasuki.scope', true), ''), 'none');
create function acting_desks() returns text[] language sql stable
    return string_to_array(coalesce(current_setting('tasuki.desks', true), ''), ',');
create function acting_now() returns timestamptz language sql stable
    return coalesce(nullif(current_setting('tasuki.now', true), '')::timestamptz, now());

create table case_team (
    case_number text not null,
    center      text not null,
    account     text not null references account,
    joined_at   timestamptz not null,
    joined_by   text not null,
    left_at     timestamptz,
    left_by     text,
    primary key (case_number, account),
    foreign key (case_number, center) references case_file (number, center)
);
create index case_team_of_person on case_team (account) where left_at is null;

-- A person from whom a case is kept: a relative, a neighbour, involved staff.
create table case_exclusion (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    account     text not null references account,
    reason      text not null check (reason in ('relative', 'neighbour', 'involved', 'other')),
    decided_by  text not null,
    decided_at  timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz,
    foreign key (case_number, center) references case_file (number, center)
);
create unique index case_exclusion_of_person on case_exclusion (account, case_number) where lifted_at is null;
create index case_exclusion_of_case on case_exclusion (case_number);

-- A case that only the people on its list see: a staff member's family, one that the press is after.
create table case_restriction (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    reason      text not null check (reason in ('staff', 'public', 'threat', 'other')),
    decided_by  text not null,
    decided_at  timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz,
    foreign key (case_number, center) references case_file (number, center)
);
create unique index case_restriction_now on case_restriction (case_number) where lifted_at is null;
create index case_restriction_of_center on case_restriction (center) where lifted_at is null;

create table case_reader (
    restriction bigint not null references case_restriction,
    case_number text not null,
    center      text not null,
    account     text not null references account,
    primary key (restriction, account),
    foreign key (case_number, center) references case_file (number, center)
);

-- Somebody looked, at night, into a case that is not theirs. The words may name people; they stay with the center.
create table emergency_access (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    account     text not null references account,
    reason      text not null check (reason in ('danger', 'police', 'absence', 'other')),
    words       text not null,
    opened_at   timestamptz not null,
    until       timestamptz not null,
    reviewed_by text,
    reviewed_at timestamptz,
    verdict     text check (verdict in ('justified', 'unjustified')),
    check (num_nonnulls(reviewed_by, reviewed_at, verdict) in (0, 3)),
    check (reviewed_by is distinct from account),
    foreign key (case_number, center) references case_file (number, center)
);
create index emergency_access_of_person on emergency_access (account, until);
create index emergency_access_of_case on emergency_access (case_number);

-- The two functions below read the lists above on the policies' behalf, and the lists' own policies ask the functions: while a
-- function reads, it says so, and the lists show it the actor's own lines alone.
create function looking_up() returns boolean language sql stable
    return coalesce(current_setting('tasuki.looking_up', true), '') = 'yes';

-- The cases that the actor works on, and those that an emergency opened for a while.
create function team_cases() returns text[] language plpgsql stable as $$
declare found text[];
begin
    if acting_scope() <> 'team' then
        return '{}';
    end if;
    perform set_config('tasuki.looking_up', 'yes', true);
    found := array(
        select case_number from case_team where account = acting_account() and left_at is null
        union
        select case_number from emergency_access where account = acting_account() and acting_now() < until);
    perform set_config('tasuki.looking_up', '', true);
    return found;
end
$$;

-- The cases that are kept from the actor. A step of the flow was let in before; nobody is kept from an agency's own hands but
-- by exclusion, because a list names the center's people.
create function hidden_cases() returns text[] language plpgsql stable as $$
declare found text[];
begin
    if acting_scope() = 'flow' then
        return '{}';
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
    perform set_config('tasuki.looking_up', '', true);
    return found;
end
$$;

-- Whoever holds a task of a case works on it, and so does its officer: said where it is true, whichever way it came about, and
-- on the case's own clock.
create function joins_team(number text, of_center text, member text) returns void language sql as $$
    insert into case_team (case_number, center, account, joined_at, joined_by)
    select number, of_center, id, acting_now() + coalesce((select ahead from case_clock k where k.case_number = number), interval '0'),
           acting_account()
    from account where id = member and center = of_center
    on conflict (case_number, account) do update set left_at = null, left_by = null where case_team.left_at is not null
$$;
create function holder_joins_team() returns trigger language plpgsql as $$
begin
    perform joins_team(new.case_number, new.center, new.assignee);
    return null;
end
$$;
create trigger joins_team after insert or update of assignee on inbox_item for each row
    when (new.assignee is not null) execute function holder_joins_team();
create function officer_joins_team() returns trigger language plpgsql as $$
begin
    perform joins_team(new.number, new.center, new.officer);
    return null;
end
$$;
create trigger joins_team after update of officer on case_file for each row
    when (new.officer is not null) execute function officer_joins_team();

-- Puts a table of a case under these rules. Every later table of a case calls it too.
create function guard_case_table(t text) returns void language plpgsql as $$
declare
    number_of text := case t when 'case_file' then 'number' else 'case_number' end;
    -- Where the next step waits, which the inbox itself says of each line.
    waits text := case t when 'inbox_item' then 'desk = any (acting_desks()) or assignee = acting_account()'
        else format('exists (select from inbox_item i where i.case_number = %I.%I and i.assignee is null
                             and i.desk = any (acting_desks()))', t, number_of) end;
    mine text := format($p$center = acting_center() and (acting_scope() in ('center', 'flow')
                           or acting_scope() = 'team' and (%I = any ((select team_cases())::text[]) or %s))$p$, number_of, waits);
    shown text := format('%I <> all ((select hidden_cases())::text[])', number_of);
begin
    if t in ('case_team', 'case_exclusion', 'case_restriction', 'case_reader', 'emergency_access') then
        -- The lists: while a function looks something up, the actor's own lines; else like every table of a case.
        mine := format('case when looking_up() then %s else %s end',
                       case t when 'case_restriction' then 'center = acting_center()' else 'account = acting_account()' end, mine);
        shown := format('looking_up() or %s', shown);
    end if;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists own_center on %I', t);
    execute format('create policy own_center on %I using (%s)', t, mine);
    execute format('create policy not_kept_from_me on %I as restrictive using (%s)', t, shown);
end
$$;
revoke execute on function guard_case_table(text) from public;

do $$
declare t text;
begin
    foreach t in array array['case_team', 'case_exclusion', 'case_restriction', 'case_reader', 'emergency_access'] loop
        execute format('grant select, insert on %I to tasuki_app', t);
        perform guard_case_table(t);
    end loop;
    for t in select tablename from pg_policies where schemaname = 'public' and policyname = 'own_center'
             and tablename not in ('case_sequence', 'case_team', 'case_exclusion', 'case_restriction', 'case_reader', 'emergency_access')
    loop
        perform guard_case_table(t);
    end loop;
    -- What is one person's own is theirs as long as the case is.
    foreach t in array array['draft', 'new_consultation'] loop
        execute format('create policy not_kept_from_me on %I as restrictive using (case_number <> all ((select hidden_cases())::text[]))', t);
    end loop;
end
$$;

grant update (left_at, left_by, joined_at, joined_by) on case_team to tasuki_app;
grant update (lifted_at, lifted_by) on case_exclusion, case_restriction to tasuki_app;
grant update (reviewed_by, reviewed_at, verdict) on emergency_access to tasuki_app;

-- Of the trail, a case's people read what was done on their cases, and everybody what they did themselves.
drop policy trail_of_own_center on audit_entry;
create policy trail_of_own_center on audit_entry for select
    using (center = acting_trail() and (acting_scope() <> 'team' or actor = acting_account()
                                        or case_number = any ((select team_cases())::text[])));
create policy not_kept_from_me on audit_entry as restrictive for select
    using (case_number is null or case_number <> all ((select hidden_cases())::text[]));

-- Who works on the cases that are there already: their officers, and whoever holds or did a step. The owner of the tables is
-- bound by the policies like everybody, and nobody acts in a migration, so they are let loose for this.
do $$
declare t text;
begin
    foreach t in array array['inbox_item', 'case_file', 'form_answer', 'contact_log', 'case_team'] loop
        execute format('alter table %I no force row level security', t);
    end loop;
end
$$;
insert into case_team (case_number, center, account, joined_at, joined_by)
select w.case_number, w.center, w.account, min(w.at), 'system'
from (select case_number, center, assignee as account, coalesce(claimed_at, born_at) as at from inbox_item where assignee is not null
      union all select number, center, officer, opened_at from case_file where officer is not null
      union all select case_number, center, answered_by, answered_at from form_answer
      union all select case_number, center, by_account, at from contact_log) w
join account a on a.id = w.account and a.center = w.center
group by w.case_number, w.center, w.account;
do $$
declare t text;
begin
    foreach t in array array['inbox_item', 'case_file', 'form_answer', 'contact_log', 'case_team'] loop
        execute format('alter table %I force row level security', t);
    end loop;
end
$$;
