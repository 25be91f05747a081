-- An entry stands in the trail of the actor's own center, of the one that they act for, or of the one whose case they were let
-- in to; or in none. Nobody writes into the trail of a center that they have nothing to do with.
create function acting_office() returns text language sql stable
    return nullif(current_setting('tasuki.office', true), '');
drop policy own_trail on audit_entry;
create policy own_trail on audit_entry for insert with check (
    actor = acting_account()
    and (center is null
         or center = acting_office()
         or center = (select g.center from agency g where g.key = acting_agency())
         or exists (select from case_file c where c.number = audit_entry.case_number and c.center = audit_entry.center)));

-- Who did one kind of thing how often: what the auditor's page of entries to look at counts.
create index audit_entry_by_act on audit_entry (center, act, at) include (actor, case_number);
