-- Whoever has moved to another center goes on seeing the sessions that they have or had a part in, and what they do elsewhere counts when
-- the old center still marks them.

-- Said by the application while it looks whether somebody has completed a course; it bears who asks, and of whom.
create function settles_training(who text) returns boolean language sql stable
    return coalesce(current_setting('tasuki.settles_training', true) = acting_account() || ' ' || who, false) and keeps_training();

create policy settled on training_done for select using (settles_training(account));
create policy settled on training_enrolment for select using (settles_training(account));
create policy settled on training_certificate for select using (settles_training(account));

-- The paper may come from the center where somebody is now; the session that it rests on is the own one.
create policy taken_back on training_certificate for update
    using (settles_training(account) and session in (select s.id from training_session s where s.center = acting_office()));

create policy taken_part on training_session for select using (exists (
    select from training_enrolment e
    where e.session = training_session.id and e.withdrawn_at is null and (e.account = acting_account() or settles_training(e.account))));
-- A place is given back from there as well. Nothing else is done to another center's session, whatever one may at the own one.
create policy taken_part_given_back on training_session for update using (exists (
    select from training_enrolment e
    where e.session = training_session.id and e.withdrawn_at is null and e.account = acting_account()));
create policy cancelled_at_home on training_session as restrictive for update
    using (true) with check (center = training_center() or cancelled_at is null);
