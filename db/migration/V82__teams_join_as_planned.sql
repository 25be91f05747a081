-- As V25 has it, in PL/pgSQL: PostgreSQL reads and plans the body of an SQL function anew each time that it cannot write it into the
-- statement, and whoever is given a task joins the team of its case.
create or replace function joins_team(number text, of_center text, member text) returns void language plpgsql as $$
begin
    insert into case_team (case_number, center, account, joined_at, joined_by)
    select $1, $2, id, acting_now() + coalesce((select ahead from case_clock k where k.case_number = $1), interval '0'), acting_account()
    from account where id = $3 and center = $2
    on conflict (case_number, account) do update set left_at = null, left_by = null where case_team.left_at is not null;
end
$$;
