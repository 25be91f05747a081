-- From most people no case is kept, and two short looks tell; V57 looked for the cases at once, five tables for each act of a person.
create or replace function hidden_cases() returns text[] language plpgsql stable as $$
declare
    before text := current_setting('tasuki.looking_up', true);
    known text := coalesce(current_setting('tasuki.hidden', true), '');
    found text[] := '{}';
begin
    if acting_scope() = 'flow' then
        return '{}';
    end if;
    if known <> '' then
        return coalesce(string_to_array(nullif(substr(known, 2), ''), ','), '{}');
    end if;
    perform set_config('tasuki.looking_up', 'yes', true);
    if exists (select from case_exclusion where account = acting_account() and lifted_at is null)
        or exists (select from case_restriction where center = acting_center() and lifted_at is null)
    then
        found := array(
            select case_number from case_exclusion where account = acting_account() and lifted_at is null
            union
            select r.case_number from case_restriction r
            where r.center = acting_center() and r.lifted_at is null
              and not exists (select from case_reader n where n.restriction = r.id and n.account = acting_account())
              and not exists (select from emergency_access e where e.case_number = r.case_number
                              and e.account = acting_account() and acting_now() < e.until));
    end if;
    perform set_config('tasuki.looking_up', coalesce(before, ''), true);
    perform set_config('tasuki.hidden', '=' || array_to_string(found, ','), true);
    return found;
end
$$;
