-- What a supervisor puts first (優先). It stands before the others of its group; the limit, the urgency and the ladder are what they were,
-- so nothing can be put later than they say.
alter table inbox_item
    add column raised     boolean not null default false,
    add column raised_why text,
    add column raised_by  text,
    add constraint raised_for_a_reason check (raised = (raised_why is not null) and raised = (raised_by is not null));
create index inbox_raised on inbox_item (lane, due_here, task_id) where raised;
create index inbox_raised_away on inbox_item (away, due_here, task_id) where raised and away is not null;
