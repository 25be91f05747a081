-- By which rule the records are kept of each case that ended before a moment: what retention_of says of one, in one go for the
-- yearly list. Twice the same, because one plan cannot be quick for one case and for all; RetentionPageTests compares them.
create function retentions(ended_before timestamptz, on_day date)
    returns table (number text, rule text, version date, kept_until date)
language sql stable as $$
    with recursive candidate as materialized (
        select f.number, f.status, f.closed_at, f.joined_into from case_file f
        where f.status in ('closed', 'withdrawn', 'joined') and f.closed_at < ended_before
    ), way as (
        select c.number as start, f.status, f.closed_at, f.joined_into, 2 as far
        from candidate c join case_file f on f.number = c.joined_into
        union all
        select w.start, f.status, f.closed_at, f.joined_into, w.far + 1
        from way w join case_file f on f.number = w.joined_into where w.far < 50
    ), last as (
        select distinct on (start) start, status, closed_at from way order by start, far desc
    ), ended as (
        select c.number, (case when l.start is null then c.closed_at else l.closed_at end at time zone 'Asia/Tokyo')::date as day
        from candidate c left join last l on l.start = c.number where l.status is distinct from 'open'
    ), in_force as (
        select distinct on (id) * from retention_rule where effective_from <= on_day order by id, effective_from desc
    ), answered as materialized (
        select distinct f.case_number, r.id
        from in_force r cross join jsonb_to_recordset(r.answered) as w (form text, field text, "in" jsonb)
        join form_answer f on f.form = w.form
        where jsonb_exists_any(f.answers -> w.field, array (select jsonb_array_elements_text(w."in")))
    ), chosen as (
        select distinct on (e.number) e.number, e.day as ended, k.birth_date as born, r.id, r.effective_from, r.keeps, r.years, r.least
        from ended e left join child k on k.case_number = e.number cross join in_force r
        left join answered s on s.case_number = e.number and s.id = r.id
        where e.day is not null and (r.keeps <> 'until-age' or k.birth_date is not null) and (r.answered = '[]' or s.id is not null)
        order by e.number, r.position
    ), longer as (
        select p.case_number, max(p.keep_until) as day
        from retention_proposal p join retention_answer a on a.proposal = p.id and a.approved group by p.case_number
    )
    select c.number, c.id, c.effective_from,
           case c.keeps
               when 'until-age' then greatest(l.day, end_of_fiscal_year(greatest(
                   (c.born + make_interval(years => c.years))::date - 1, (c.ended + make_interval(years => c.least))::date)))
               when 'years-after-closing' then
                   greatest(l.day, end_of_fiscal_year((c.ended + make_interval(years => c.years))::date))
           end
    from chosen c left join longer l on l.case_number = c.number
$$;

-- What an agency was handed, and its own answer, stays to be looked up for a time after the case has closed: the office states
-- how long (processes/retention.yaml, written here by the migrating account). Then it sees nothing of it any more.
create table agency_sight (months int not null check (months between 0 and 120));
grant select on agency_sight to tasuki_app;
create function still_seen(closed timestamptz) returns boolean language sql stable
    return closed is null
           or closed + make_interval(months => coalesce((select min(months) from agency_sight), 0)) > acting_now();

-- The end stands on the hand-over itself: the policy of a case asks its hand-overs, so theirs cannot ask the case.
create function hand_overs_end_with_their_case() returns trigger language plpgsql as $$
begin
    update hand_over set closed_at = new.closed_at where case_number = new.number;
    return null;
end
$$;
create trigger ends_hand_overs after update of closed_at on case_file for each row
    when (old.closed_at is distinct from new.closed_at) execute function hand_overs_end_with_their_case();
alter table hand_over no force row level security;
alter table case_file no force row level security;
update hand_over h set closed_at = f.closed_at from case_file f where f.number = h.case_number;
alter table hand_over force row level security;
alter table case_file force row level security;

drop policy handed_to_my_agency on hand_over;
create policy handed_to_my_agency on hand_over for select
    using (agency = acting_agency() and state in ('sent', 'accepted') and still_seen(closed_at));
do $$
declare t text;
begin
    foreach t in array array['case_file', 'child', 'case_clock'] loop
        execute format('drop policy handed_to_my_agency on %I', t);
        execute format('create policy handed_to_my_agency on %1$I for select
                        using (exists (select from hand_over h
                                       where h.case_number = %1$I.%2$I and h.agency = acting_agency()
                                         and h.state in (''sent'', ''accepted'') and still_seen(h.closed_at)))',
                       t, case t when 'case_file' then 'number' else 'case_number' end);
    end loop;
end
$$;
drop policy sheet_handed_to_my_agency on form_answer;
create policy sheet_handed_to_my_agency on form_answer for select
    using (form in ('police-referral', 'support-referral', 'hand-over-answer', 'support-report')
           and exists (select from hand_over h
                       where h.id = form_answer.hand_over and h.agency = acting_agency()
                         and h.state in ('sent', 'accepted') and form_answer.answered_at >= h.prepared_at
                         and still_seen(h.closed_at)));
